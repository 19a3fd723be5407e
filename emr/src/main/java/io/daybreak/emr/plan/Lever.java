package io.daybreak.emr.plan;

/**
 * One lever of the brief's Spark configuration and what stands for it in Flink.
 *
 * @param spark the brief's lever with its value
 * @param flinkKey key in Flink 1.20, YARN or EMR; what to write instead where there is none
 * @param value value the plan sets
 * @param why reason in one line
 */
public record Lever(String spark, String flinkKey, String value, String why) {}
