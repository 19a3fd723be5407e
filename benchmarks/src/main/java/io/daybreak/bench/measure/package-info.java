/**
 * Runs and their comparison: {@link io.daybreak.bench.measure.Rounds} lets the engines take turns on one workload and
 * refuses a time whose answer differs.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.bench.measure;
