/**
 * Sample days to measure on: {@link io.daybreak.bench.data.SampleData} makes one with the generator and the night's first
 * stages and keeps it, {@link io.daybreak.bench.data.BenchDay} says where its tables are. The contents are the
 * generator's.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.bench.data;
