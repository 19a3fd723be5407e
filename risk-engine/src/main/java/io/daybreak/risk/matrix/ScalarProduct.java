package io.daybreak.risk.matrix;

/** The product in plain Java: four terms per pass over a row, no reduction, so that the compiler vectorises. */
final class ScalarProduct {
    private ScalarProduct() {}

    static void multiply(double[][] coefficients, int[] used, double[][] columns, int length, double[][] rows) {
        for (int f = 0; f < coefficients.length; f++) {
            double[] a = coefficients[f];
            double[] row = rows[f];
            java.util.Arrays.fill(row, 0, length, 0.0);
            int k = 0;
            for (; k + 3 < used[f]; k += 4) {
                four(
                        row,
                        length,
                        a[k],
                        columns[k],
                        a[k + 1],
                        columns[k + 1],
                        a[k + 2],
                        columns[k + 2],
                        a[k + 3],
                        columns[k + 3]);
            }
            for (; k < used[f]; k++) {
                one(row, length, a[k], columns[k]);
            }
        }
    }

    private static void four(
            double[] row,
            int length,
            double a,
            double[] x,
            double b,
            double[] y,
            double c,
            double[] u,
            double d,
            double[] v) {
        for (int i = 0; i < length; i++) {
            row[i] = Math.fma(d, v[i], Math.fma(c, u[i], Math.fma(b, y[i], Math.fma(a, x[i], row[i]))));
        }
    }

    private static void one(double[] row, int length, double a, double[] x) {
        for (int i = 0; i < length; i++) {
            row[i] = Math.fma(a, x[i], row[i]);
        }
    }
}
