/**
 * How a stage is tested: literal rows in, the stage, rows out. {@link io.daybreak.jobs.testing.StageHarness} is the entry
 * point; {@link io.daybreak.jobs.testing.Literal} turns the texts a test writes into a column's values.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.testing;
