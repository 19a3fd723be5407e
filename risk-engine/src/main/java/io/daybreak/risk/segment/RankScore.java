package io.daybreak.risk.segment;

import io.daybreak.risk.Refuse;
import java.util.Arrays;

/**
 * Scores 1 to {@code bands} by rank, as in recency-frequency-monetary segmentation.
 *
 * <p>Rule for ties, fixed because none is standard: the score of a value is {@code 1 + floor(bands * below / n)} with
 * {@code below} the number of strictly smaller values; equal values have equal scores, whatever their order.
 */
public final class RankScore {
    private RankScore() {}

    /**
     * Scores every value.
     *
     * @return for each value its score, 1 for the smallest; negate the values where small is good (days since last purchase)
     */
    public static int[] of(double[] values, int bands) {
        Refuse.fewerThan("number of values", values.length, 1);
        Refuse.fewerThan("bands", bands, 2);
        Refuse.nonFiniteIn("values", values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] scores = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            scores[i] = 1 + (int) ((long) bands * countBelow(sorted, values[i]) / values.length);
        }
        return scores;
    }

    /** The lowest value of each score, so that others can be scored later without all values: {@code bands} entries. */
    public static double[] thresholds(double[] values, int bands) {
        int[] scores = of(values, bands);
        double[] lowest = new double[bands];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        for (int i = 0; i < values.length; i++) {
            lowest[scores[i] - 1] = Math.min(lowest[scores[i] - 1], values[i]);
        }
        return lowest;
    }

    private static int countBelow(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
