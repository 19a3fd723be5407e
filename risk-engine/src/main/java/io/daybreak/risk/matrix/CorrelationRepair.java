package io.daybreak.risk.matrix;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;

/**
 * Turns a symmetric matrix that is not a correlation matrix into one.
 *
 * <p>Pairwise-complete, stressed or expert correlations lose positive semi-definiteness. {@link #higham} finds the
 * nearest correlation matrix in the Frobenius norm by alternating projections with Dykstra's correction;
 * {@link #spectral} clips eigenvalues and rescales, which is cheaper and not nearest.
 *
 * <p>References: N. J. Higham, Computing the nearest correlation matrix, IMA Journal of Numerical Analysis 22 (2002);
 * R. Rebonato and P. Jaeckel, The most general methodology to create a valid correlation matrix (1999).
 */
public final class CorrelationRepair {
    private static final int MAX_ITERATIONS = 10_000;
    /** Beneath this an eigenvalue counts as the rounding of zero, and the matrix as positive semi-definite. */
    private static final double ROUNDING = 1e-13;

    private CorrelationRepair() {}

    /**
     * A correlation matrix with the story of its making.
     *
     * @param matrix unit diagonal, positive semi-definite up to rounding
     * @param smallestEigenvalueBefore of the matrix handed in; negative means a repair was needed
     * @param frobeniusShift distance between the matrix handed in and the result
     * @param iterations projections made; zero where nothing had to be done
     */
    public record Repaired(double[][] matrix, double smallestEigenvalueBefore, double frobeniusShift, int iterations) {}

    /**
     * Nearest correlation matrix.
     *
     * @param matrix symmetric and finite; its diagonal need not be one
     * @param tolerance relative change (Frobenius) between two iterations at which it stops, e.g. 1e-10
     * @throws RefusedInputException if not symmetric or not finite, or not converged after 10,000 projections
     */
    public static Repaired higham(double[][] matrix, double tolerance) {
        Refuse.nonPositive("tolerance", tolerance);
        Symmetric.checked("matrix", matrix);
        int n = matrix.length;
        double smallest = Symmetric.spectrum(matrix).values()[n - 1];
        if (smallest >= -ROUNDING * n && hasUnitDiagonal(matrix)) {
            return new Repaired(copy(matrix), smallest, 0.0, 0);
        }
        double[][] y = copy(matrix);
        double[][] correction = new double[n][n];
        for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
            double[][] r = difference(y, correction);
            double[][] x = Symmetric.withEigenvaluesAtLeast(0.0, Symmetric.spectrum(r));
            correction = difference(x, r);
            double[][] next = copy(x);
            for (int i = 0; i < n; i++) {
                next[i][i] = 1.0;
            }
            double change = Symmetric.frobeniusDistance(next, y) / norm(next);
            double gap = Symmetric.frobeniusDistance(next, x) / norm(next);
            y = next;
            if (change <= tolerance && gap <= tolerance) {
                double[][] valid = rescaled(x);
                return new Repaired(valid, smallest, Symmetric.frobeniusDistance(matrix, valid), iteration);
            }
        }
        throw new RefusedInputException("nearest correlation matrix not reached within " + MAX_ITERATIONS
                + " projections at tolerance " + tolerance + "; smallest eigenvalue handed in was " + smallest);
    }

    /** Clips negative eigenvalues at zero and rescales to unit diagonal. */
    public static Repaired spectral(double[][] matrix) {
        Symmetric.checked("matrix", matrix);
        Symmetric.Spectrum spectrum = Symmetric.spectrum(matrix);
        double[][] result = rescaled(Symmetric.withEigenvaluesAtLeast(0.0, spectrum));
        double smallest = spectrum.values()[matrix.length - 1];
        return new Repaired(result, smallest, Symmetric.frobeniusDistance(matrix, result), 1);
    }

    private static double[][] rescaled(double[][] matrix) {
        int n = matrix.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (!(matrix[i][i] > 0.0)) {
                throw new RefusedInputException("diagonal entry " + i + " is " + matrix[i][i]
                        + " after clipping; a factor without variance has no correlation");
            }
            for (int j = 0; j < n; j++) {
                result[i][j] = matrix[i][j] / Math.sqrt(matrix[i][i] * matrix[j][j]);
            }
            result[i][i] = 1.0;
        }
        return result;
    }

    private static boolean hasUnitDiagonal(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            if (Math.abs(matrix[i][i] - 1.0) > 1e-14) {
                return false;
            }
        }
        return true;
    }

    private static double[][] difference(double[][] a, double[][] b) {
        int n = a.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] = a[i][j] - b[i][j];
            }
        }
        return result;
    }

    private static double norm(double[][] matrix) {
        return Symmetric.frobeniusDistance(matrix, new double[matrix.length][matrix.length]);
    }

    private static double[][] copy(double[][] matrix) {
        double[][] result = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            result[i] = matrix[i].clone();
        }
        return result;
    }
}
