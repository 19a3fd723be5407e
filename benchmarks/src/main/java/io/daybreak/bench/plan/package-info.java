/**
 * What is measured: {@link io.daybreak.bench.plan.Workloads} declares the workloads, their inputs and outputs, and puts
 * one together with a sample day into a {@link io.daybreak.bench.plan.Plan}, the file a child process is given. The SQL
 * of each dialect lies in {@code sql/bench/<workload>/<dialect>}. Runs nothing.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.bench.plan;
