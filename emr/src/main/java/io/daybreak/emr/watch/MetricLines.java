package io.daybreak.emr.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measurements as lines: CloudWatch's embedded metric format for logs, and StatsD with tags for agents. */
public final class MetricLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MetricLines() {}

    /**
     * One line in the embedded metric format.
     *
     * @param runId written as a property, so that log queries find the night; not a dimension, which would be a metric a night
     */
    public static String emf(Measurement measurement, String runId, Instant at) {
        Metric metric = measurement.metric();
        Map<String, Object> directive = new LinkedHashMap<>();
        directive.put("Namespace", Metric.NAMESPACE);
        directive.put(
                "Dimensions", List.of(new ArrayList<>(measurement.dimensions().keySet())));
        directive.put("Metrics", List.of(Map.of("Name", metric.text(), "Unit", metric.unit())));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("_aws", Map.of("Timestamp", at.toEpochMilli(), "CloudWatchMetrics", List.of(directive)));
        line.putAll(measurement.dimensions());
        line.put("run", runId);
        line.put(metric.text(), measurement.value());
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new Refusal(ExitCode.DEFECT, "cannot write " + metric.text() + " as EMF: " + e.getMessage(), e);
        }
    }

    /** One StatsD gauge with tags in DogStatsD's form, which CloudWatch's agent reads. */
    public static String statsD(Measurement measurement) {
        StringBuilder line = new StringBuilder(Metric.NAMESPACE.toLowerCase(Locale.ROOT))
                .append('.')
                .append(measurement.metric().text())
                .append(':')
                .append(measurement.value())
                .append("|g");
        String separator = "|#";
        for (Map.Entry<String, String> dimension : measurement.dimensions().entrySet()) {
            line.append(separator)
                    .append(dimension.getKey())
                    .append(':')
                    .append(dimension.getValue().replaceAll("[:|#,\\s]", "_"));
            separator = ",";
        }
        return line.toString();
    }
}
