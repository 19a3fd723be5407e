package io.daybreak.emr.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The eight alarms as properties of {@code AWS::CloudWatch::Alarm}; one that has two bounds is a metric expression that
 * is 1 outside them. Metrics come once a night, so one datapoint decides and missing data, the rule for most of the day,
 * is not a breach.
 */
public final class CloudWatchAlarms {
    private static final int PERIOD_SECONDS = 300;

    private CloudWatchAlarms() {}

    /**
     * Properties by alarm id.
     *
     * @param criticalTopic what critical alarms notify: an ARN or a template's reference
     * @param warningTopic what warnings notify
     */
    public static Map<String, Map<String, Object>> properties(Object criticalTopic, Object warningTopic) {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        for (Alarm alarm : Alarm.values()) {
            Object topic = alarm.severity() == Alarm.Severity.CRITICAL ? criticalTopic : warningTopic;
            all.put(alarm.id(), properties(alarm, topic));
        }
        return all;
    }

    private static Map<String, Object> properties(Alarm alarm, Object topic) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("AlarmName", "daybreak-" + alarm.id());
        properties.put("AlarmDescription", alarm.text() + "; runbook " + alarm.runbook());
        properties.put("ComparisonOperator", "GreaterThanThreshold");
        properties.put("EvaluationPeriods", 1);
        properties.put("DatapointsToAlarm", 1);
        properties.put("TreatMissingData", "notBreaching");
        properties.put("AlarmActions", List.of(topic));
        if (alarm.hasLowerBound()) {
            properties.put("Threshold", 0);
            properties.put("Metrics", outside(alarm));
        } else {
            properties.put("Threshold", (int) alarm.high());
            properties.put("Namespace", Metric.NAMESPACE);
            properties.put("MetricName", alarm.metric().text());
            properties.put("Statistic", "Maximum");
            properties.put("Period", PERIOD_SECONDS);
            properties.put("Unit", alarm.metric().unit());
        }
        return properties;
    }

    private static List<Object> outside(Alarm alarm) {
        Map<String, Object> metric = new LinkedHashMap<>();
        metric.put("Namespace", Metric.NAMESPACE);
        metric.put("MetricName", alarm.metric().text());
        Map<String, Object> stat = new LinkedHashMap<>();
        stat.put("Metric", metric);
        stat.put("Period", PERIOD_SECONDS);
        stat.put("Stat", "Average");
        stat.put("Unit", alarm.metric().unit());
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("Id", "m1");
        measured.put("MetricStat", stat);
        measured.put("ReturnData", false);
        Map<String, Object> expression = new LinkedHashMap<>();
        expression.put("Id", "outside");
        expression.put("Expression", "IF(m1 < " + (int) alarm.low() + " OR m1 > " + (int) alarm.high() + ", 1, 0)");
        expression.put("Label", alarm.text());
        expression.put("ReturnData", true);
        List<Object> metrics = new ArrayList<>();
        metrics.add(expression);
        metrics.add(measured);
        return metrics;
    }
}
