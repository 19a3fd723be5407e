/**
 * Where Flink jobs run: a cluster inside this process, or one elsewhere, both spoken to the same way. {@link
 * io.daybreak.jobs.engine.Cluster} is the entry point. Knows no stage and no table.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.engine;
