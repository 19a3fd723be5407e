package io.daybreak.risk.measure;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Closed-form value at risk of {@code d'x + x'Gx/2} with normal moves {@code x ~ N(0, C)}.
 *
 * <p>With expected moves {@code m} of a linear portfolio, the mean is {@code d'm}.
 *
 * <p>Definition of the cumulants: {@code k1 = tr(GC)/2}, {@code k2 = d'Cd + tr((GC)^2)/2},
 * {@code k3 = 3 d'CGCd + tr((GC)^3)}, {@code k4 = 12 d'CGCGCd + 3 tr((GC)^4)}. {@link #quantile} takes the normal with
 * the first two; {@link #cornishFisher} corrects for the third and fourth. Delta-normal is the case G = 0.
 *
 * <p>Cost O(n^3). References: RiskMetrics Technical Document (1996), chapter 6; S. Jaschke, The Cornish-Fisher
 * expansion in the context of delta-gamma-normal approximations, Journal of Risk 4 (2002).
 */
public final class DeltaGammaNormal {
    private final double[] delta;
    private final double[][] covariance;
    private final double[] expectedMoves;
    private final double mean;
    private final double variance;
    private final double third;
    private final double fourth;

    /**
     * Computes the cumulants of a portfolio.
     *
     * @param delta currency units per unit of move
     * @param gamma full symmetric matrix, currency units per squared unit of move
     * @param covariance of the moves
     */
    public DeltaGammaNormal(double[] delta, double[][] gamma, double[][] covariance) {
        int n = Refuse.fewerThan("number of factors", delta.length, 1);
        Refuse.differentLength("gamma", gamma.length, n);
        Refuse.differentLength("covariance", covariance.length, n);
        Refuse.nonFiniteIn("delta", delta);
        this.delta = delta.clone();
        this.covariance = covariance;
        this.expectedMoves = new double[n];
        double[][] gc = product(gamma, covariance);
        double[][] gc2 = product(gc, gc);
        double[] cd = times(covariance, delta);
        double[] gcd = times(gamma, cd);
        double[] cgcd = times(covariance, gcd);
        this.mean = 0.5 * trace(gc);
        this.variance = dot(delta, cd) + 0.5 * trace(gc2);
        this.third = 3.0 * dot(cd, gcd) + traceOfProduct(gc2, gc);
        this.fourth = 12.0 * dot(gcd, cgcd) + 3.0 * traceOfProduct(gc2, gc2);
        if (!(variance >= 0.0)) {
            throw new RefusedInputException(
                    "P&L variance is " + variance + "; the covariance must be finite and positive semi-definite");
        }
    }

    private DeltaGammaNormal(DeltaGammaNormal centred, double[] expectedMoves) {
        Refuse.differentLength("expected moves", expectedMoves.length, centred.delta.length);
        Refuse.nonFiniteIn("expected moves", expectedMoves);
        this.delta = centred.delta;
        this.covariance = centred.covariance;
        this.expectedMoves = expectedMoves.clone();
        this.mean = centred.mean + dot(centred.delta, expectedMoves);
        this.variance = centred.variance;
        this.third = centred.third;
        this.fourth = centred.fourth;
    }

    /** A linear portfolio whose moves are expected to be {@code expectedMoves}, as returns over longer horizons are. */
    public static DeltaGammaNormal linear(double[] delta, double[] expectedMoves, double[][] covariance) {
        return new DeltaGammaNormal(
                new DeltaGammaNormal(delta, new double[delta.length][delta.length], covariance), expectedMoves);
    }

    public double mean() {
        return mean;
    }

    public double standardDeviation() {
        return Math.sqrt(variance);
    }

    /** Quantile of the P&L, a negative number in the loss tail: {@code mean + z sigma}. */
    public double quantile(double probability) {
        return mean + normal(probability) * Math.sqrt(variance);
    }

    /** Quantile of the P&L by the fourth-order Cornish-Fisher expansion. */
    public double cornishFisher(double probability) {
        double z = normal(probability);
        double sigma = Math.sqrt(variance);
        if (sigma == 0.0) {
            return mean;
        }
        double skew = third / (sigma * variance);
        double excess = fourth / (variance * variance);
        double expanded = z
                + (z * z - 1.0) * skew / 6.0
                + (z * z * z - 3.0 * z) * excess / 24.0
                - (2.0 * z * z * z - 5.0 * z) * skew * skew / 36.0;
        return mean + expanded * sigma;
    }

    /** Value at risk, a positive loss. */
    public double valueAtRisk(ConfidenceLevel level) {
        return -quantile(1.0 - level.asDouble());
    }

    /** Expected shortfall of the matched normal, a positive loss: {@code sigma n(z) / (1 - a) - mean}. */
    public double expectedShortfall(ConfidenceLevel level) {
        double z = normal(level.asDouble());
        double density = Math.exp(-0.5 * z * z) / Math.sqrt(2.0 * Math.PI);
        return standardDeviation() * density / (1.0 - level.asDouble()) - mean;
    }

    /**
     * Delta part of each factor's contribution to the value at risk, {@code z d_i (Cd)_i / sigma - d_i m_i}; adds up when
     * G = 0.
     */
    public double[] componentValueAtRisk(ConfidenceLevel level) {
        double z = normal(level.asDouble());
        double[] cd = times(covariance, delta);
        double[] parts = new double[delta.length];
        for (int i = 0; i < parts.length; i++) {
            double spread = variance == 0.0 ? 0.0 : z * delta[i] * cd[i] / Math.sqrt(variance);
            parts[i] = spread - delta[i] * expectedMoves[i];
        }
        return parts;
    }

    /** Change in value at risk per unit of added delta, {@code z (Cd)_i / sigma - m_i}. */
    public double[] marginalValueAtRisk(ConfidenceLevel level) {
        double z = normal(level.asDouble());
        double[] parts = times(covariance, delta);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (variance == 0.0 ? 0.0 : z * parts[i] / Math.sqrt(variance)) - expectedMoves[i];
        }
        return parts;
    }

    private static double normal(double probability) {
        return new NormalDistribution(null, 0.0, 1.0).inverseCumulativeProbability(probability);
    }

    private static double[][] product(double[][] a, double[][] b) {
        int n = a.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double left = a[i][k];
                if (left == 0.0) {
                    continue;
                }
                for (int j = 0; j < n; j++) {
                    result[i][j] += left * b[k][j];
                }
            }
        }
        return result;
    }

    private static double[] times(double[][] a, double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = dot(a[i], x);
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double trace(double[][] a) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i][i];
        }
        return sum;
    }

    private static double traceOfProduct(double[][] a, double[][] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                sum += a[i][k] * b[k][i];
            }
        }
        return sum;
    }
}
