/**
 * Processes and what they cost: {@link io.daybreak.bench.process.Engine} says how one is started, {@link
 * io.daybreak.bench.process.ChildProcess} runs one and tells wall, processor time and memory of it whole. Needs Linux's
 * {@code /proc}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.bench.process;
