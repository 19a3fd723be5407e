package io.daybreak.risk.matrix;

import io.daybreak.risk.RefusedInputException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Symmetric matrices: the checks they must pass, and their spectral decomposition with eigenvalues descending. */
public final class Symmetric {
    private static final double ASYMMETRY = 1e-12;

    private Symmetric() {}

    /** {@code A = V diag(values) V'}, eigenvalues descending, eigenvectors in the columns of {@code vectors}. */
    public record Spectrum(double[] values, double[][] vectors) {}

    /** Refuses a matrix that is not square, not finite or not symmetric to 1e-12 of its largest entry. */
    public static double[][] checked(String name, double[][] matrix) {
        int n = matrix.length;
        if (n == 0) {
            throw new RefusedInputException(name + " is empty; at least one row is needed");
        }
        double largest = 0.0;
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                throw new RefusedInputException(
                        name + " row " + i + " has " + matrix[i].length + " columns; " + n + " are needed");
            }
            for (int j = 0; j < n; j++) {
                if (!Double.isFinite(matrix[i][j])) {
                    throw new RefusedInputException(name + "[" + i + "][" + j + "] is " + matrix[i][j]
                            + "; every entry must be a finite number");
                }
                largest = Math.max(largest, Math.abs(matrix[i][j]));
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(matrix[i][j] - matrix[j][i]) > ASYMMETRY * largest) {
                    throw new RefusedInputException(name + " is not symmetric: [" + i + "][" + j + "] is "
                            + matrix[i][j] + " but [" + j + "][" + i + "] is " + matrix[j][i]);
                }
            }
        }
        return matrix;
    }

    /** Spectral decomposition; cost O(n^3), deterministic. The sign of a vector makes its largest entry positive. */
    public static Spectrum spectrum(double[][] matrix) {
        int n = matrix.length;
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(symmetrised(matrix), false));
        double[] raw = eigen.getRealEigenvalues();
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(order, (a, b) -> Double.compare(raw[b], raw[a]));
        double[] values = new double[n];
        double[][] vectors = new double[n][n];
        for (int k = 0; k < n; k++) {
            values[k] = raw[order[k]];
            double[] vector = eigen.getEigenvector(order[k]).toArray();
            double sign = signOfLargest(vector);
            for (int i = 0; i < n; i++) {
                vectors[i][k] = sign * vector[i];
            }
        }
        return new Spectrum(values, vectors);
    }

    /** {@code V diag(max(values, floor)) V'}: the projection on matrices whose eigenvalues are at least the floor. */
    static double[][] withEigenvaluesAtLeast(double floor, Spectrum spectrum) {
        int n = spectrum.values().length;
        double[][] result = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = Math.max(spectrum.values()[k], floor);
            for (int i = 0; i < n; i++) {
                double left = value * spectrum.vectors()[i][k];
                for (int j = 0; j <= i; j++) {
                    result[i][j] += left * spectrum.vectors()[j][k];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                result[j][i] = result[i][j];
            }
        }
        return result;
    }

    static double frobeniusDistance(double[][] a, double[][] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                double difference = a[i][j] - b[i][j];
                sum += difference * difference;
            }
        }
        return Math.sqrt(sum);
    }

    private static double[][] symmetrised(double[][] matrix) {
        int n = matrix.length;
        double[][] copy = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                copy[i][j] = 0.5 * (matrix[i][j] + matrix[j][i]);
            }
        }
        return copy;
    }

    private static double signOfLargest(double[] vector) {
        double largest = 0.0;
        for (double entry : vector) {
            if (Math.abs(entry) > Math.abs(largest) + 1e-12) {
                largest = entry;
            }
        }
        return largest < 0.0 ? -1.0 : 1.0;
    }
}
