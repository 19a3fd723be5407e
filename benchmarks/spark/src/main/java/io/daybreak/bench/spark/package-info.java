/**
 * The Spark peer of the benchmark: {@link io.daybreak.bench.spark.SparkChild} runs a plan's SQL over the same files. It
 * shares no class with Daybreak, so that Spark's class path is Spark's alone; what it says to the measuring process is
 * the protocol of {@code io.daybreak.bench.child.Signals}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.bench.spark;
