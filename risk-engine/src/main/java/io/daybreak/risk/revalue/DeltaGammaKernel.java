package io.daybreak.risk.revalue;

import io.daybreak.risk.scenario.ScenarioTile;

/**
 * The inner loop of delta-gamma revaluation: factor-outer, scenario-inner, four factors per pass.
 *
 * <p>Why this shape: with the scenario index innermost there is no reduction, so the compiler vectorises; four factors
 * per pass read and write the P&L row once for four terms. Factors without exposure are left out beforehand. Terms are
 * added in ascending factor order whatever the tile width. No allocation.
 */
public final class DeltaGammaKernel {
    private final int[] factors;
    private final double[] delta;
    private final double[] halfGamma;
    private final int[] crossFirst;
    private final int[] crossSecond;
    private final double[] crossGamma;

    public DeltaGammaKernel(NettedBook book) {
        int exposed = 0;
        for (int f = 0; f < book.factors().size(); f++) {
            exposed += isExposed(book, f) ? 1 : 0;
        }
        factors = new int[exposed];
        delta = new double[exposed];
        halfGamma = new double[exposed];
        int next = 0;
        for (int f = 0; f < book.factors().size(); f++) {
            if (isExposed(book, f)) {
                factors[next] = f;
                delta[next] = book.delta(f);
                halfGamma[next] = 0.5 * book.gamma(f);
                next++;
            }
        }
        long[] pairs = book.cross().keySet().stream().mapToLong(Long::longValue).toArray();
        crossFirst = new int[pairs.length];
        crossSecond = new int[pairs.length];
        crossGamma =
                book.cross().values().stream().mapToDouble(Quantum::toUnits).toArray();
        for (int p = 0; p < pairs.length; p++) {
            crossFirst[p] = NettedBook.first(pairs[p]);
            crossSecond[p] = NettedBook.second(pairs[p]);
        }
    }

    private static boolean isExposed(NettedBook book, int factor) {
        return book.delta(factor) != 0.0 || book.gamma(factor) != 0.0;
    }

    /** Factors the book is exposed to. */
    public int exposedFactors() {
        return factors.length;
    }

    /** Writes the P&L of each scenario of the tile, in currency units, to {@code pnl[0 .. tile.length())}. */
    public void pnl(ScenarioTile tile, double[] pnl) {
        int length = tile.length();
        java.util.Arrays.fill(pnl, 0, length, 0.0);
        int k = 0;
        for (; k + 3 < factors.length; k += 4) {
            four(
                    pnl,
                    length,
                    tile.row(factors[k]),
                    delta[k],
                    halfGamma[k],
                    tile.row(factors[k + 1]),
                    delta[k + 1],
                    halfGamma[k + 1],
                    tile.row(factors[k + 2]),
                    delta[k + 2],
                    halfGamma[k + 2],
                    tile.row(factors[k + 3]),
                    delta[k + 3],
                    halfGamma[k + 3]);
        }
        for (; k < factors.length; k++) {
            one(pnl, length, tile.row(factors[k]), delta[k], halfGamma[k]);
        }
        for (int p = 0; p < crossGamma.length; p++) {
            cross(pnl, length, crossGamma[p], tile.row(crossFirst[p]), tile.row(crossSecond[p]));
        }
    }

    private static void four(
            double[] pnl,
            int length,
            double[] a,
            double deltaA,
            double gammaA,
            double[] b,
            double deltaB,
            double gammaB,
            double[] c,
            double deltaC,
            double gammaC,
            double[] d,
            double deltaD,
            double gammaD) {
        for (int i = 0; i < length; i++) {
            pnl[i] = pnl[i]
                    + a[i] * (deltaA + gammaA * a[i])
                    + b[i] * (deltaB + gammaB * b[i])
                    + c[i] * (deltaC + gammaC * c[i])
                    + d[i] * (deltaD + gammaD * d[i]);
        }
    }

    private static void cross(double[] pnl, int length, double gamma, double[] x, double[] y) {
        for (int i = 0; i < length; i++) {
            pnl[i] += gamma * x[i] * y[i];
        }
    }

    private static void one(double[] pnl, int length, double[] x, double delta, double halfGamma) {
        for (int i = 0; i < length; i++) {
            pnl[i] += x[i] * (delta + halfGamma * x[i]);
        }
    }
}
