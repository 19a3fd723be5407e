package io.daybreak.risk.backtest;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * P&L attribution tests of MAR32: is the risk-theoretical P&L (RTPL) close enough to the hypothetical one (HPL)?
 *
 * <p>Spearman rank correlation: green above 0.80, red below 0.70. Kolmogorov-Smirnov distance: green below 0.09, red
 * above 0.12 (thresholds for 250 days). Red if either is red, green if both are green, amber otherwise (MAR32.34-42).
 *
 * @param spearman rank correlation of HPL and RTPL, mean ranks for ties
 * @param kolmogorovSmirnov greatest distance of the two empirical distribution functions
 */
public record PnlAttribution(double spearman, double kolmogorovSmirnov, TrafficLight.Zone zone) {
    /**
     * Compares the two P&L series of a desk.
     *
     * @param hypothetical and theoretical P&L of the same days, in the same order
     */
    public static PnlAttribution of(double[] hypothetical, double[] theoretical) {
        Refuse.fewerThan("number of days", hypothetical.length, 2);
        Refuse.differentLength("theoretical P&L", theoretical.length, hypothetical.length);
        Refuse.nonFiniteIn("hypothetical P&L", hypothetical);
        Refuse.nonFiniteIn("theoretical P&L", theoretical);
        double spearman = new SpearmansCorrelation().correlation(hypothetical, theoretical);
        if (Double.isNaN(spearman)) {
            throw new RefusedInputException(
                    "rank correlation is undefined: one P&L series is constant over " + hypothetical.length + " days");
        }
        double distance = distance(hypothetical, theoretical);
        return new PnlAttribution(spearman, distance, zone(spearman, distance));
    }

    /** Zone by the thresholds of MAR32.40. */
    static TrafficLight.Zone zone(double spearman, double distance) {
        if (spearman < 0.70 || distance > 0.12) {
            return TrafficLight.Zone.RED;
        }
        return spearman > 0.80 && distance < 0.09 ? TrafficLight.Zone.GREEN : TrafficLight.Zone.AMBER;
    }

    private static double distance(double[] first, double[] second) {
        double[] a = first.clone();
        double[] b = second.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        int i = 0;
        int j = 0;
        double greatest = 0.0;
        while (i < a.length && j < b.length) {
            double x = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == x) {
                i++;
            }
            while (j < b.length && b[j] == x) {
                j++;
            }
            greatest = Math.max(greatest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return greatest;
    }
}
