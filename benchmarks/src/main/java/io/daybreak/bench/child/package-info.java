/**
 * The processes that are measured, one {@code main} an engine: each reads its {@link io.daybreak.bench.plan.Plan}, runs it
 * and tells with {@link io.daybreak.bench.child.Signals} when its engine stood and when the work was done. They measure
 * nothing themselves. Spark's is in the module {@code benchmarks/spark}, with a class path of its own.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.bench.child;
