package io.daybreak.risk.scenario;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;

/**
 * Volatility and correlation of factor moves with gaps.
 *
 * <p>Definition: for each pair only the dates on which both moved are used (pairwise complete); sums are weighted by
 * {@code decay^age}; means are taken out. With {@code decay = 1} the variance is the sample variance (n - 1).
 * A pairwise-complete correlation need not be positive semi-definite; {@link FactorModel} repairs it.
 */
final class MoveStatistics {
    private MoveStatistics() {}

    /** Standard deviations of each row; refuses a row with fewer than {@code minimumMoves} moves or without variance. */
    static double[] volatilities(FactorSet factors, double[][] moves, double decay, int minimumMoves) {
        double[] result = new double[moves.length];
        for (int f = 0; f < moves.length; f++) {
            Sums sums = sums(moves[f], moves[f], decay);
            String id = factors.get(f).id();
            Refuse.fewerThan("number of moves of risk factor " + id, sums.count, minimumMoves);
            double variance = sums.covariance();
            if (!(variance > 0.0)) {
                throw new RefusedInputException("risk factor " + id + " has variance " + variance + " over "
                        + sums.count + " moves; a factor that never moved cannot be simulated");
            }
            result[f] = Math.sqrt(variance);
        }
        return result;
    }

    static double[][] correlations(FactorSet factors, double[][] moves, double decay, int minimumMoves) {
        int n = moves.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            result[i][i] = 1.0;
            for (int j = 0; j < i; j++) {
                Sums sums = sums(moves[i], moves[j], decay);
                Refuse.fewerThan(
                        "number of common moves of " + factors.get(i).id() + " and "
                                + factors.get(j).id(),
                        sums.count,
                        minimumMoves);
                double rho = sums.correlation();
                if (Double.isNaN(rho)) {
                    throw new RefusedInputException(
                            "correlation of " + factors.get(i).id() + " and "
                                    + factors.get(j).id() + " is undefined: one did not move on their " + sums.count
                                    + " common dates");
                }
                result[i][j] = Math.max(-1.0, Math.min(1.0, rho));
                result[j][i] = result[i][j];
            }
        }
        return result;
    }

    private static Sums sums(double[] x, double[] y, double decay) {
        Sums sums = new Sums();
        double weight = 1.0;
        for (int d = x.length - 1; d >= 0; d--) {
            if (!Double.isNaN(x[d]) && !Double.isNaN(y[d])) {
                sums.add(weight, x[d], y[d]);
            }
            weight *= decay;
        }
        return sums;
    }

    /** Weighted running means and co-moments (West 1979): no cancellation for rows far from zero. */
    private static final class Sums {
        private int count;
        private double weight;
        private double squaredWeight;
        private double meanX;
        private double meanY;
        private double xx;
        private double yy;
        private double xy;

        void add(double w, double x, double y) {
            count++;
            weight += w;
            squaredWeight += w * w;
            double dx = x - meanX;
            double dy = y - meanY;
            meanX += dx * w / weight;
            meanY += dy * w / weight;
            xx += w * dx * (x - meanX);
            yy += w * dy * (y - meanY);
            xy += w * dx * (y - meanY);
        }

        /** Unbiased for equal weights: divides by W - sum(w^2)/W, which is n - 1 then. */
        double covariance() {
            return xy / (weight - squaredWeight / weight);
        }

        double correlation() {
            return xy / Math.sqrt(xx * yy);
        }
    }
}
