package io.daybreak.emr.forecast;

/** Least squares by the Cholesky factor of the normal equations; a handful of parameters, a few thousand rows. */
final class LeastSquares {
    private final double[][] factor;
    private final double[] beta;
    private final double residualError;

    private LeastSquares(double[][] factor, double[] beta, double residualError) {
        this.factor = factor;
        this.beta = beta;
        this.residualError = residualError;
    }

    /**
     * Fits y to the columns of x.
     *
     * @param ridge added to the diagonal, so that a column of zeroes does no harm
     */
    static LeastSquares fit(double[][] x, double[] y, double ridge) {
        int p = x[0].length;
        double[][] normal = new double[p][p];
        double[] right = new double[p];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < p; j++) {
                right[j] += x[i][j] * y[i];
                for (int k = 0; k <= j; k++) {
                    normal[j][k] += x[i][j] * x[i][k];
                }
            }
        }
        for (int j = 0; j < p; j++) {
            normal[j][j] += ridge;
        }
        double[][] factor = cholesky(normal);
        double[] beta = backward(factor, forward(factor, right));
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double error = y[i] - dot(x[i], beta);
            squares += error * error;
        }
        return new LeastSquares(factor, beta, Math.sqrt(squares / (x.length - p)));
    }

    double coefficient(int index) {
        return beta[index];
    }

    double predict(double[] x) {
        return dot(x, beta);
    }

    /** Standard error of a new observation: s sqrt(1 + x' (X'X)^-1 x). */
    double newObservationError(double[] x) {
        double[] z = forward(factor, x);
        return residualError * Math.sqrt(1 + dot(z, z));
    }

    private static double[][] cholesky(double[][] a) {
        int p = a.length;
        double[][] l = new double[p][p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = a[j][k];
                for (int m = 0; m < k; m++) {
                    sum -= l[j][m] * l[k][m];
                }
                l[j][k] = j == k ? Math.sqrt(sum) : sum / l[k][k];
            }
        }
        return l;
    }

    private static double[] forward(double[][] l, double[] b) {
        double[] z = new double[b.length];
        for (int j = 0; j < b.length; j++) {
            double sum = b[j];
            for (int k = 0; k < j; k++) {
                sum -= l[j][k] * z[k];
            }
            z[j] = sum / l[j][j];
        }
        return z;
    }

    private static double[] backward(double[][] l, double[] z) {
        double[] x = new double[z.length];
        for (int j = z.length - 1; j >= 0; j--) {
            double sum = z[j];
            for (int k = j + 1; k < z.length; k++) {
                sum -= l[k][j] * x[k];
            }
            x[j] = sum / l[j][j];
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
