package io.daybreak.jobs.run;

/**
 * What is published for a stage and business date, and which attempt published it.
 *
 * @param attempt number of the attempt
 */
public record RecordedStage(int attempt, StageRecord record) {}
