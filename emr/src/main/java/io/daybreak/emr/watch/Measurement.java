package io.daybreak.emr.watch;

import io.daybreak.emr.night.Refusal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A measured value with its dimensions.
 *
 * @param dimensions exactly the metric's, by name
 */
public record Measurement(Metric metric, double value, Map<String, String> dimensions) {

    public Measurement {
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
        if (!dimensions.keySet().equals(new TreeSet<>(metric.dimensions()))) {
            throw Refusal.configuration(
                    metric.text() + " has the dimensions " + metric.dimensions() + ", got " + dimensions.keySet());
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw Refusal.configuration(metric.text() + " must be a finite number, is " + value);
        }
    }

    /** A figure of the whole night. */
    public static Measurement of(Metric metric, double value) {
        return new Measurement(metric, value, Map.of());
    }
}
