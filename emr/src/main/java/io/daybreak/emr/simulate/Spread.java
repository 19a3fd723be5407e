package io.daybreak.emr.simulate;

import java.util.Arrays;

/**
 * A distribution in a few numbers; quantiles are order statistics (the value at rank ceil(p n)).
 */
public record Spread(double mean, double p5, double p50, double p95, double p99, double max) {

    /** Of at least one value; infinities are allowed and make the mean infinite. */
    static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        return new Spread(
                sum / sorted.length,
                at(sorted, 0.05),
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double p) {
        int rank = (int) Math.ceil(p * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
