package io.daybreak.emr.plan;

/**
 * A stage on the calm night's clock, in seconds after the business midnight.
 *
 * @param submitted when its predecessors were published
 * @param finished when it is published
 * @param slotSeconds slots held times seconds
 */
public record StageTime(String stage, double submitted, double finished, double slotSeconds) {}
