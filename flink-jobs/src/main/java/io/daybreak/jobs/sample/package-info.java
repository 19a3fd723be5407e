/**
 * A bank's day made up: every landed table of the contract, as large as asked for, with planted defects and patterns and
 * a truth file for each. {@link io.daybreak.jobs.sample.SampleDay} is the entry point. Every row is a function of (seed,
 * table, row index) through a counter-based hash, so files are byte-identical at any parallelism. Nobody in it is a real
 * person or firm; country lists and check-digit rules are the public ones.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.sample;
