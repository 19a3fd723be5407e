package io.daybreak.risk.scenario;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.matrix.Cholesky;
import io.daybreak.risk.matrix.CorrelationRepair;
import io.daybreak.risk.matrix.Symmetric;
import java.io.Serializable;

/**
 * How factors move together: {@code move_f = vol_f * (sum_k loading_fk z_k + specific_f e_f)} with independent standard
 * normal components {@code z} and specific terms {@code e}.
 *
 * <p>With all components the loadings are the Cholesky factor of the correlation matrix and nothing is specific; with
 * {@code K} principal components what they do not explain stays as each factor's own noise, so that every factor keeps
 * its variance. Correlation is pairwise complete and repaired to positive semi-definite (Higham) where needed;
 * {@link #report} says by how much. Cost O(n^3); a repair takes some twenty spectral decompositions, seconds for 300
 * factors: estimate once per night and hand the model to the tasks.
 */
public final class FactorModel implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Tighter only costs projections: from here on the distance to the nearest matrix changes in its sixth digit. */
    private static final double REPAIR_TOLERANCE = 1e-6;

    private static final double PIVOT_TOLERANCE = 1e-9;

    private final FactorSet factors;
    private final double[] volatilities;
    private final double[][] correlation;
    private final double[][] loadings;
    private final double[] specific;
    private final Report report;

    private FactorModel(
            FactorSet factors,
            double[] volatilities,
            double[][] correlation,
            double[][] loadings,
            double[] specific,
            Report report) {
        this.factors = factors;
        this.volatilities = volatilities;
        this.correlation = correlation;
        this.loadings = loadings;
        this.specific = specific;
        this.report = report;
    }

    /**
     * How a model is estimated.
     *
     * @param decay weight of the past per step in (0.5, 1]; one weighs all moves alike
     * @param minimumMoves fewest common moves of a pair, at least 3
     * @param components principal components kept; zero keeps all and uses Cholesky
     */
    public record Settings(double decay, int minimumMoves, int components) {
        public Settings {
            Refuse.outside("decay", decay, 0.5, 1.0);
            Refuse.fewerThan("minimumMoves", minimumMoves, 3);
            Refuse.fewerThan("components", components, 0);
        }

        /** Equal weights, at least 60 common moves, all components. */
        public static Settings standard() {
            return new Settings(1.0, 60, 0);
        }
    }

    /**
     * What happened while the model was made.
     *
     * @param smallestEigenvalue of the correlation before repair
     * @param frobeniusShift how far the repair moved it; zero where none was needed
     * @param explainedVariance share of correlation variance the components carry, in [0, 1]
     */
    public record Report(double smallestEigenvalue, double frobeniusShift, double explainedVariance)
            implements Serializable {}

    /** Estimates a model from the moves of a history over {@code horizonSteps} dates. */
    public static FactorModel estimate(FactorHistory history, int horizonSteps, Settings settings) {
        double[][] moves = history.moves(horizonSteps);
        FactorSet factors = history.factors();
        double[] volatilities = MoveStatistics.volatilities(factors, moves, settings.decay(), settings.minimumMoves());
        double[][] correlation = MoveStatistics.correlations(factors, moves, settings.decay(), settings.minimumMoves());
        return of(factors, volatilities, correlation, settings.components());
    }

    /**
     * A model from given parameters.
     *
     * @param volatilities standard deviation of each factor's move over the horizon; zero means it does not move
     * @param correlation symmetric, unit diagonal; repaired where not positive semi-definite
     * @param components principal components kept; zero keeps all
     */
    public static FactorModel of(FactorSet factors, double[] volatilities, double[][] correlation, int components) {
        int n = factors.size();
        Refuse.differentLength("volatilities", volatilities.length, n);
        Refuse.differentLength("correlation", correlation.length, n);
        Refuse.outside("components", components, 0, n);
        for (int f = 0; f < n; f++) {
            Refuse.negative("volatility of " + factors.get(f).id(), volatilities[f]);
            checkRow(factors, correlation, f);
        }
        CorrelationRepair.Repaired repaired = CorrelationRepair.higham(correlation, REPAIR_TOLERANCE);
        double[][] rho = repaired.matrix();
        double[][] loadings;
        double[] specific = new double[n];
        double explained = 1.0;
        if (components == 0 || components == n) {
            loadings = Cholesky.lower(rho, PIVOT_TOLERANCE);
        } else {
            loadings = new double[n][components];
            explained = principal(rho, components, loadings, specific);
        }
        Report report = new Report(repaired.smallestEigenvalueBefore(), repaired.frobeniusShift(), explained);
        return new FactorModel(factors, volatilities.clone(), rho, loadings, specific, report);
    }

    private static void checkRow(FactorSet factors, double[][] correlation, int f) {
        Refuse.differentLength("correlation row of " + factors.get(f).id(), correlation[f].length, factors.size());
        for (int g = 0; g < correlation.length; g++) {
            Refuse.outside(
                    "correlation of " + factors.get(f).id() + " and "
                            + factors.get(g).id(),
                    correlation[f][g],
                    -1.0,
                    1.0);
        }
        if (Math.abs(correlation[f][f] - 1.0) > 1e-12) {
            throw new RefusedInputException("correlation of " + factors.get(f).id() + " with itself is "
                    + correlation[f][f] + "; it must be 1");
        }
    }

    private static double principal(double[][] rho, int components, double[][] loadings, double[] specific) {
        Symmetric.Spectrum spectrum = Symmetric.spectrum(rho);
        double explained = 0.0;
        for (int k = 0; k < components; k++) {
            double root = Math.sqrt(Math.max(0.0, spectrum.values()[k]));
            for (int f = 0; f < rho.length; f++) {
                loadings[f][k] = root * spectrum.vectors()[f][k];
            }
            explained += Math.max(0.0, spectrum.values()[k]) / rho.length;
        }
        for (int f = 0; f < rho.length; f++) {
            double common = 0.0;
            for (int k = 0; k < components; k++) {
                common += loadings[f][k] * loadings[f][k];
            }
            specific[f] = Math.sqrt(Math.max(0.0, 1.0 - common));
        }
        return explained;
    }

    /** The same model over a horizon {@code factor} times as long; square-root scaling, valid for independent moves only. */
    public FactorModel scaledByRootOf(double factor) {
        Refuse.nonPositive("horizon factor", factor);
        double[] scaled = volatilities.clone();
        for (int f = 0; f < scaled.length; f++) {
            scaled[f] *= Math.sqrt(factor);
        }
        return new FactorModel(factors, scaled, correlation, loadings, specific, report);
    }

    public FactorSet factors() {
        return factors;
    }

    public double volatility(int factor) {
        return volatilities[factor];
    }

    /** Correlation after repair. */
    public double correlation(int factor, int other) {
        return correlation[factor][other];
    }

    /** Covariance of moves after repair, {@code vol_f vol_g rho_fg}. */
    public double covariance(int factor, int other) {
        return volatilities[factor] * volatilities[other] * correlation[factor][other];
    }

    public Report report() {
        return report;
    }

    public int componentCount() {
        return loadings[0].length;
    }

    /** Loadings times volatilities: {@code [factor][component]}. */
    double[][] scaledLoadings() {
        double[][] scaled = new double[loadings.length][];
        for (int f = 0; f < scaled.length; f++) {
            scaled[f] = loadings[f].clone();
            for (int k = 0; k < scaled[f].length; k++) {
                scaled[f][k] *= volatilities[f];
            }
        }
        return scaled;
    }

    double specific(int factor) {
        return specific[factor];
    }

    /** Last component with a loading on the factor, plus one: a triangular factor stops at its diagonal. */
    int usedComponents(int factor) {
        int used = loadings[factor].length;
        while (used > 0 && loadings[factor][used - 1] == 0.0) {
            used--;
        }
        return used;
    }

    String identity() {
        return new Identity("factor model")
                .add(factors)
                .add(volatilities)
                .add(loadings)
                .add(specific)
                .name();
    }
}
