package io.daybreak.emr.plan;

/**
 * One instance type of a fleet.
 *
 * @param weight units one instance counts for
 * @param ebsGb size of its gp3 volume
 * @param slots Flink slots it holds under the plan's memory
 */
public record FleetType(String type, int weight, int ebsGb, int slots) {}
