/**
 * The first stage: every feed is there, is what its trailer says, was not sent before, and has the contract's columns;
 * repeated transactions are found on narrow columns. {@link io.daybreak.jobs.intake.IntakeStage} is the entry point.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.intake;
