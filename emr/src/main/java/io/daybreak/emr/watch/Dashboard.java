package io.daybreak.emr.watch;

import io.daybreak.emr.data.DataFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The CloudWatch dashboard as its JSON body: the eight alarms on top, then a widget per metric in the brief's groups, and
 * EMR's own metrics for what the cluster does. Metrics with dimensions are searched, so a new stage appears by itself.
 */
public final class Dashboard {
    private static final int COLUMNS = 24;
    private static final int WIDTH = 6;
    private static final int HEIGHT = 5;

    private final String region;
    private final String account;
    private final List<Object> widgets = new ArrayList<>();
    private int x;
    private int y;
    private int rowHeight;

    private Dashboard(String region, String account) {
        this.region = region;
        this.account = account;
    }

    /** The body for a region and account. */
    public static String json(String region, String account) {
        Dashboard dashboard = new Dashboard(region, account);
        dashboard.alarms();
        dashboard.group("O1", "Performance");
        dashboard.group("O2", "Cost");
        dashboard.group("O3", "Quality");
        dashboard.cluster();
        return DataFile.toJson(Map.of("widgets", dashboard.widgets));
    }

    private void alarms() {
        List<String> arns = new ArrayList<>();
        for (Alarm alarm : Alarm.values()) {
            arns.add("arn:aws:cloudwatch:" + region + ":" + account + ":alarm:daybreak-" + alarm.id());
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("title", "Alarms");
        properties.put("alarms", arns);
        place("alarm", COLUMNS, 3, properties);
    }

    private void group(String group, String title) {
        place("text", COLUMNS, 1, Map.of("markdown", "## " + title));
        for (Metric metric : Metric.values()) {
            if (metric.group().equals(group)) {
                place("metric", WIDTH, HEIGHT, widget(metric));
            }
        }
    }

    private Map<String, Object> widget(Metric metric) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("title", metric.text());
        properties.put("region", region);
        properties.put("view", "timeSeries");
        properties.put("stat", "Maximum");
        properties.put("period", 300);
        if (metric.dimensions().isEmpty()) {
            properties.put("metrics", List.of(List.of(Metric.NAMESPACE, metric.text())));
        } else {
            String search = "SEARCH('{" + Metric.NAMESPACE + "," + String.join(",", metric.dimensions())
                    + "} MetricName=\"" + metric.text() + "\"', 'Maximum', 300)";
            properties.put("metrics", List.of(List.of(Map.of("expression", search, "id", "all"))));
        }
        List<Object> lines = new ArrayList<>();
        for (Alarm alarm : Alarm.values()) {
            if (alarm.metric() == metric) {
                lines.add(Map.of("label", alarm.text(), "value", alarm.high()));
                if (alarm.hasLowerBound()) {
                    lines.add(Map.of("label", alarm.text(), "value", alarm.low()));
                }
            }
        }
        if (!lines.isEmpty()) {
            properties.put("annotations", Map.of("horizontal", lines));
        }
        return properties;
    }

    /** EMR's free metrics; its S3 byte counters know MapReduce only and are left out. */
    private void cluster() {
        place("text", COLUMNS, 1, Map.of("markdown", "## Cluster"));
        for (String name : List.of(
                "YARNMemoryAvailablePercentage",
                "ContainerPending",
                "AppsRunning",
                "MRLostNodes",
                "TaskNodesRunning",
                "IsIdle")) {
            String search = "SEARCH('{AWS/ElasticMapReduce,JobFlowId} MetricName=\"" + name + "\"', 'Average', 300)";
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("title", name);
            properties.put("region", region);
            properties.put("view", "timeSeries");
            properties.put("metrics", List.of(List.of(Map.of("expression", search, "id", "all"))));
            place("metric", WIDTH, HEIGHT, properties);
        }
    }

    private void place(String type, int width, int height, Map<String, Object> properties) {
        if (x + width > COLUMNS) {
            x = 0;
            y += rowHeight;
            rowHeight = 0;
        }
        Map<String, Object> widget = new LinkedHashMap<>();
        widget.put("type", type);
        widget.put("x", x);
        widget.put("y", y);
        widget.put("width", width);
        widget.put("height", height);
        widget.put("properties", properties);
        widgets.add(widget);
        x += width;
        rowHeight = Math.max(rowHeight, height);
    }
}
