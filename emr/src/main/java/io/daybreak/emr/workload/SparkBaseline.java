package io.daybreak.emr.workload;

/** What Spark needs for one stage, on the same machine and data, for comparison. */
public record SparkBaseline(double coreSecondsPerMillionRows, String stage, String basis) {}
