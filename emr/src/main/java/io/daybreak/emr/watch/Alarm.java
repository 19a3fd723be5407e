package io.daybreak.emr.watch;

import io.daybreak.emr.night.ExitCode;
import java.util.Locale;

/** The eight alarms of the brief's O4 with exactly its thresholds. A value equal to a threshold is quiet. */
public enum Alarm {
    JOB_FAILURE_RATE(
            Severity.CRITICAL,
            Metric.JOB_FAILURE_RATE,
            Double.NEGATIVE_INFINITY,
            5,
            ExitCode.INFRASTRUCTURE,
            "job failures > 5 %"),
    PROCESSING_DELAY(
            Severity.CRITICAL,
            Metric.PROCESSING_DELAY,
            Double.NEGATIVE_INFINITY,
            1800,
            ExitCode.INPUT_MISSING,
            "delay > 30 minutes"),
    DATA_QUALITY_ISSUES(
            Severity.CRITICAL,
            Metric.DATA_QUALITY_ISSUES,
            Double.NEGATIVE_INFINITY,
            1,
            ExitCode.DATA_HOLD,
            "data quality issues > 1 %"),
    COST_OVERRUN(
            Severity.CRITICAL,
            Metric.COST_OF_BUDGET,
            Double.NEGATIVE_INFINITY,
            120,
            ExitCode.CONFIGURATION,
            "cost > 20 % over budget"),
    RESOURCE_UTILIZATION(
            Severity.WARNING, Metric.RESOURCE_UTILIZATION, 70, 90, ExitCode.GOOD, "utilisation < 70 % or > 90 %"),
    PROCESSING_TIME(
            Severity.WARNING,
            Metric.PROCESSING_TIME,
            Double.NEGATIVE_INFINITY,
            150,
            ExitCode.GOOD,
            "time > 150 % of baseline"),
    SPOT_INTERRUPTION_RATE(
            Severity.WARNING,
            Metric.SPOT_INTERRUPTION_RATE,
            Double.NEGATIVE_INFINITY,
            10,
            ExitCode.GOOD,
            "spot interruptions > 10 %"),
    STORAGE_GROWTH(
            Severity.WARNING,
            Metric.STORAGE_GROWTH,
            Double.NEGATIVE_INFINITY,
            25,
            ExitCode.GOOD,
            "storage growth > 25 % month over month");

    /** Who is woken. */
    public enum Severity {
        CRITICAL,
        WARNING
    }

    private final Severity severity;
    private final Metric metric;
    private final double low;
    private final double high;
    private final ExitCode exitCode;
    private final String text;

    Alarm(Severity severity, Metric metric, double low, double high, ExitCode exitCode, String text) {
        this.severity = severity;
        this.metric = metric;
        this.low = low;
        this.high = high;
        this.exitCode = exitCode;
        this.text = text;
    }

    public Severity severity() {
        return severity;
    }

    public Metric metric() {
        return metric;
    }

    /** Below this it sounds; negative infinity when there is no lower bound. */
    public double low() {
        return low;
    }

    /** Above this it sounds, in the metric's unit. */
    public double high() {
        return high;
    }

    /** What the local check exits with when it sounds; 0 for warnings. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** The brief's words. */
    public String text() {
        return text;
    }

    /** Name in CloudWatch and of its runbook page. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its runbook, from the root of the project. */
    public String runbook() {
        return "docs/runbooks/" + id() + ".md";
    }

    /** Whether it has a lower bound as well. */
    public boolean hasLowerBound() {
        return !Double.isInfinite(low);
    }

    /** Whether a value makes it sound; a value that is no number does, since not knowing is no reason to be quiet. */
    public boolean sounds(double value) {
        return Double.isNaN(value) || value > high || value < low;
    }
}
