package io.daybreak.bench.report;

import java.util.Arrays;

/**
 * Median and range of a few figures.
 *
 * @param median of an even number, the mean of the middle two
 */
public record Spread(double median, double least, double most) {

    /**
     * Of some figures.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Spread of(double... figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("no figures to take a median of");
        }
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
