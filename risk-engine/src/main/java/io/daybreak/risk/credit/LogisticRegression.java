package io.daybreak.risk.credit;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * Probability of an outcome: {@code 1 / (1 + exp(-(b0 + b'x)))}, fitted by Newton steps (iteratively reweighted least
 * squares) with an optional ridge on the slopes. Sums run in row order, so equal inputs give equal digits.
 *
 * @param coefficients intercept first
 * @param logLikelihood of the data, without the ridge
 */
public record LogisticRegression(double[] coefficients, double logLikelihood, int iterations) implements Serializable {
    private static final int MAX_ITERATIONS = 100;
    private static final double TOLERANCE = 1e-10;

    /**
     * Fits the probability of an outcome to columns.
     *
     * @param x {@code [row][column]}, finite
     * @param ridge added to the diagonal of the slopes' information, zero for plain maximum likelihood
     * @throws RefusedInputException if columns repeat each other or the outcomes are separated, so that no maximum exists
     */
    public static LogisticRegression fit(double[][] x, boolean[] outcome, double ridge) {
        Refuse.fewerThan("number of rows", x.length, 2);
        Refuse.differentLength("outcomes", outcome.length, x.length);
        Refuse.negative("ridge", ridge);
        int columns = x[0].length + 1;
        double[] beta = new double[columns];
        double before = Double.NEGATIVE_INFINITY;
        for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
            double[] gradient = new double[columns];
            double[][] information = new double[columns][columns];
            double likelihood = accumulate(x, outcome, beta, gradient, information);
            double penalised = likelihood;
            for (int j = 1; j < columns; j++) {
                gradient[j] -= ridge * beta[j];
                information[j][j] += ridge;
                penalised -= 0.5 * ridge * beta[j] * beta[j];
            }
            if (Math.abs(penalised - before) <= TOLERANCE * (1.0 + Math.abs(penalised))) {
                return new LogisticRegression(beta, likelihood, iteration);
            }
            before = penalised;
            double[] step = solve(information, gradient);
            for (int j = 0; j < columns; j++) {
                beta[j] += step[j];
            }
        }
        throw new RefusedInputException("logistic fit did not converge within " + MAX_ITERATIONS
                + " steps; the outcomes are separated by a column, use a ridge above zero");
    }

    private static double accumulate(
            double[][] x, boolean[] outcome, double[] beta, double[] gradient, double[][] information) {
        double likelihood = 0.0;
        double[] row = new double[beta.length];
        row[0] = 1.0;
        for (int i = 0; i < x.length; i++) {
            Refuse.differentLength("row " + i, x[i].length, beta.length - 1);
            System.arraycopy(x[i], 0, row, 1, x[i].length);
            double eta = 0.0;
            for (int j = 0; j < row.length; j++) {
                eta += beta[j] * row[j];
            }
            double p = 1.0 / (1.0 + StrictMath.exp(-eta));
            double y = outcome[i] ? 1.0 : 0.0;
            likelihood -= StrictMath.log1p(StrictMath.exp(outcome[i] ? -eta : eta));
            for (int j = 0; j < row.length; j++) {
                gradient[j] += (y - p) * row[j];
                for (int k = 0; k <= j; k++) {
                    information[j][k] += p * (1.0 - p) * row[j] * row[k];
                }
            }
        }
        for (int j = 0; j < row.length; j++) {
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        return Refuse.nonFinite("log-likelihood", likelihood);
    }

    private static double[] solve(double[][] information, double[] gradient) {
        try {
            return new CholeskyDecomposition(new Array2DRowRealMatrix(information, false), 1e-9, 1e-10)
                    .getSolver()
                    .solve(new ArrayRealVector(gradient, false))
                    .toArray();
        } catch (NonPositiveDefiniteMatrixException e) {
            throw new RefusedInputException("logistic fit has a column that repeats others or outcomes that are"
                    + " separated: pivot " + e.getRow() + " of the information matrix is not positive");
        }
    }

    /** Probability of the outcome for one row. */
    public double probability(double[] row) {
        Refuse.differentLength("row", row.length, coefficients.length - 1);
        double eta = coefficients[0];
        for (int j = 0; j < row.length; j++) {
            eta += coefficients[j + 1] * row[j];
        }
        return 1.0 / (1.0 + StrictMath.exp(-eta));
    }
}
