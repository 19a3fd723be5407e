package io.daybreak.risk.credit;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** How well default probabilities rank and calibrate, and whether the population has shifted. */
public final class ModelValidation {
    private ModelValidation() {}

    /**
     * Discrimination and calibration of predictions against outcomes.
     *
     * @param areaUnderCurve probability that a bad one was predicted riskier than a good one, ties counting half
     * @param kolmogorovSmirnov greatest distance between the distributions of predictions of good and bad
     * @param brier mean squared difference of prediction and outcome
     */
    public record Discrimination(double areaUnderCurve, double kolmogorovSmirnov, double brier) {
        /** Accuracy ratio, {@code 2 AUC - 1}. */
        public double gini() {
            return 2.0 * areaUnderCurve - 1.0;
        }
    }

    /**
     * Measures how well predictions separate good from bad.
     *
     * @param predicted default probabilities, or any figure that is greater for riskier cases within [0, 1]
     */
    public static Discrimination discrimination(double[] predicted, boolean[] bad) {
        Refuse.differentLength("outcomes", bad.length, predicted.length);
        Integer[] order = new Integer[predicted.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(predicted[i], predicted[j]));
        long totalBad = 0;
        double brier = 0.0;
        for (int i = 0; i < bad.length; i++) {
            Refuse.outside("prediction " + i, predicted[i], 0.0, 1.0);
            totalBad += bad[i] ? 1 : 0;
            double miss = predicted[i] - (bad[i] ? 1.0 : 0.0);
            brier += miss * miss / bad.length;
        }
        long totalGood = bad.length - totalBad;
        if (totalBad == 0 || totalGood == 0) {
            throw new RefusedInputException("sample has " + totalGood + " good and " + totalBad
                    + " bad; discrimination needs at least one of each");
        }
        long goodBelow = 0;
        long badBelow = 0;
        double area = 0.0;
        double distance = 0.0;
        for (int i = 0; i < order.length; ) {
            long good = 0;
            long bads = 0;
            double value = predicted[order[i]];
            for (; i < order.length && predicted[order[i]] == value; i++) {
                bads += bad[order[i]] ? 1 : 0;
                good += bad[order[i]] ? 0 : 1;
            }
            area += bads * (goodBelow + 0.5 * good);
            goodBelow += good;
            badBelow += bads;
            distance = Math.max(distance, Math.abs((double) goodBelow / totalGood - (double) badBelow / totalBad));
        }
        return new Discrimination(area / totalGood / totalBad, distance, brier);
    }

    /**
     * Population stability index {@code sum (actual - expected) ln(actual / expected)} over bins of shares; below 0.1
     * stable, above 0.25 shifted by custom. An empty bin enters with half a case.
     */
    public static double populationStability(long[] expected, long[] actual) {
        Refuse.differentLength("actual bins", actual.length, expected.length);
        double totalExpected = Arrays.stream(expected).sum();
        double totalActual = Arrays.stream(actual).sum();
        Refuse.nonPositive("expected cases", totalExpected);
        Refuse.nonPositive("actual cases", totalActual);
        double index = 0.0;
        for (int b = 0; b < expected.length; b++) {
            double e = Math.max(expected[b], 0.5) / totalExpected;
            double a = Math.max(actual[b], 0.5) / totalActual;
            index += (a - e) * StrictMath.log(a / e);
        }
        return index;
    }

    /**
     * Hosmer-Lemeshow: p-value that the default rates of graded groups fit their predicted probabilities.
     *
     * @return upper tail of chi-square with as many degrees of freedom as groups, for predictions made before the outcomes
     */
    public static double hosmerLemeshow(long[] cases, long[] defaults, double[] predicted) {
        Refuse.fewerThan("groups", cases.length, 1);
        Refuse.differentLength("defaults", defaults.length, cases.length);
        Refuse.differentLength("predictions", predicted.length, cases.length);
        double statistic = 0.0;
        for (int g = 0; g < cases.length; g++) {
            double expected = cases[g] * predicted[g];
            double variance = Refuse.nonPositive("variance of group " + g, expected * (1.0 - predicted[g]));
            statistic += (defaults[g] - expected) * (defaults[g] - expected) / variance;
        }
        return 1.0 - new ChiSquaredDistribution(null, cases.length).cumulativeProbability(statistic);
    }
}
