package io.daybreak.emr.watch;

import io.daybreak.emr.night.Refusal;
import java.util.List;

/** Every metric of the night: the brief's group, CloudWatch's unit, its dimensions, and what it means. */
public enum Metric {
    STAGE_DURATION("O1", "StageDuration", "Seconds", "from submitting a stage to publishing it", "Stage", "Class"),
    STAGE_SUCCESS(
            "O1",
            "StageSuccess",
            "Count",
            "1 for a stage that was published, 0 for one that was not",
            "Stage",
            "Class"),
    JOB_FAILURE_RATE("O1", "JobFailureRate", "Percent", "stages that failed at an attempt, over attempts, this night"),
    CPU_UTILIZATION("O1", "CpuUtilization", "Percent", "processor time used over vCPU time held"),
    MEMORY_UTILIZATION("O1", "MemoryUtilization", "Percent", "YARN memory allocated over available"),
    DISK_UTILIZATION("O1", "DiskUtilization", "Percent", "fullest local disk; YARN drops a node at 90"),
    RESOURCE_UTILIZATION(
            "O1", "ResourceUtilization", "Percent", "slot time held by stages over slot time, from ready to finish"),
    THROUGHPUT("O1", "ThroughputGbPerHour", "None", "landed GB over hours from midnight to the finish"),
    QUEUE_WAIT("O1", "QueueWait", "Seconds", "from submitting a stage to its first slot", "Stage", "Class"),
    BACKLOG("O1", "Backlog", "Count", "stages submitted that hold no slot"),
    PROCESSING_DELAY("O1", "ProcessingDelay", "Seconds", "finish, or predicted finish, after the planned one"),
    PROCESSING_TIME("O1", "ProcessingTimeOfBaseline", "Percent", "duration of the night over its baseline's"),
    HOURLY_COST("O2", "HourlyCostUsd", "None", "cluster cost by class of stages, USD an hour", "Class"),
    COST_OF_BUDGET("O2", "CostOfBudget", "Percent", "cost of the night over its budget"),
    COST_PER_GB("O2", "CostPerGbUsd", "None", "cost of the night over landed GB"),
    STORAGE_COST("O2", "StorageCostUsd", "None", "storage cost of a month by tier", "Tier"),
    STORAGE_GROWTH("O2", "StorageGrowth", "Percent", "bytes kept over those of a month ago, less 100"),
    SPOT_SAVINGS("O2", "SpotSavings", "Percent", "what spot saved of the on-demand cost, EMR fee included"),
    SPOT_INTERRUPTION_RATE("O2", "SpotInterruptionRate", "Percent", "spot nodes lost over spot nodes started"),
    EFFICIENCY("O2", "Efficiency", "Percent", "vCPU time that was work over vCPU time paid for"),
    VALIDATION_ERROR_RATE("O3", "ValidationErrorRate", "Percent", "rows that failed a rule, over rows read", "Rule"),
    DATA_QUALITY_ISSUES("O3", "DataQualityIssues", "Percent", "rows rejected over rows read"),
    COMPLETENESS("O3", "Completeness", "Percent", "rows published and rejected over the trailer's count"),
    ACCURACY("O3", "Accuracy", "Percent", "control totals that balance, over all of them"),
    ON_TIME("O3", "OnTime", "Percent", "reports filed by their deadline, over reports due"),
    AUDIT_COMPLETENESS(
            "O3", "AuditCompleteness", "Percent", "stages with lineage, manifest and log entry, over stages");

    /** CloudWatch namespace of all of them. */
    public static final String NAMESPACE = "Daybreak";

    private final String group;
    private final String text;
    private final String unit;
    private final String meaning;
    private final List<String> dimensions;

    Metric(String group, String text, String unit, String meaning, String... dimensions) {
        this.group = group;
        this.text = text;
        this.unit = unit;
        this.meaning = meaning;
        this.dimensions = List.of(dimensions);
    }

    /** The brief's group: O1 performance, O2 cost, O3 quality. */
    public String group() {
        return group;
    }

    /** Its name in CloudWatch. */
    public String text() {
        return text;
    }

    /** One of CloudWatch's units. */
    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }

    /** Names of its dimensions; empty for a figure of the whole night. */
    public List<String> dimensions() {
        return dimensions;
    }

    /** The metric of a CloudWatch name; refuses (configuration) any other. */
    public static Metric named(String text) {
        for (Metric each : values()) {
            if (each.text.equals(text)) {
                return each;
            }
        }
        throw Refusal.configuration("'" + text + "' is no metric of the night; 'emr render dashboard' shows them all");
    }
}
