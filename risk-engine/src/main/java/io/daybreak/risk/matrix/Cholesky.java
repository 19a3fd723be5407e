package io.daybreak.risk.matrix;

import io.daybreak.risk.RefusedInputException;

/**
 * Lower factor {@code L} with {@code L L' = A} of a positive semi-definite matrix.
 *
 * <p>Thresholds are relative to the diagonal, so that a covariance of daily yield moves (variances near 1e-9) is
 * factored as readily as one of prices. A pivot that is zero up to rounding gives a zero column: that factor is a
 * combination of those before it. A pivot clearly below zero is refused. Cost n^3/3, deterministic.
 */
public final class Cholesky {
    private Cholesky() {}

    /**
     * Factors a matrix.
     *
     * @param matrix symmetric, positive semi-definite
     * @param tolerance pivots within {@code tolerance * A[i][i]} of zero count as zero, e.g. 1e-10
     * @throws RefusedInputException if a pivot is below {@code -tolerance * A[i][i]}; repair the matrix first
     */
    public static double[][] lower(double[][] matrix, double tolerance) {
        Symmetric.checked("matrix", matrix);
        int n = matrix.length;
        double[][] l = new double[n][n];
        for (int j = 0; j < n; j++) {
            double pivot = matrix[j][j];
            for (int k = 0; k < j; k++) {
                pivot -= l[j][k] * l[j][k];
            }
            double bound = tolerance * Math.abs(matrix[j][j]);
            if (pivot < -bound) {
                throw new RefusedInputException("matrix is not positive semi-definite: pivot " + j + " is " + pivot
                        + ", bound " + -bound + "; repair it (CorrelationRepair.higham) before factoring");
            }
            if (pivot <= bound) {
                checkColumnVanishes(matrix, l, j, Math.sqrt(tolerance));
                continue;
            }
            double diagonal = Math.sqrt(pivot);
            l[j][j] = diagonal;
            for (int i = j + 1; i < n; i++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = sum / diagonal;
            }
        }
        return l;
    }

    private static void checkColumnVanishes(double[][] matrix, double[][] l, int j, double tolerance) {
        for (int i = j + 1; i < matrix.length; i++) {
            double sum = matrix[i][j];
            for (int k = 0; k < j; k++) {
                sum -= l[i][k] * l[j][k];
            }
            double bound = tolerance * Math.sqrt(Math.abs(matrix[i][i] * matrix[j][j]));
            if (Math.abs(sum) > bound) {
                throw new RefusedInputException("matrix is not positive semi-definite: pivot " + j
                        + " vanishes but row " + i + " still has " + sum + ", bound " + bound
                        + "; repair it (CorrelationRepair.higham) before factoring");
            }
        }
    }
}
