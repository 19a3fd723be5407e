package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.matrix.Symmetric;
import io.daybreak.risk.scenario.ScenarioTile;

/**
 * Second-order P&L with cross gammas, {@code x'Gx / 2}, by eigen-decomposition.
 *
 * <p>Definition: {@code G = sum_k l_k v_k v_k'}, so {@code x'Gx / 2 = sum_k l_k (v_k'x)^2 / 2}; eigenvalues below the
 * given share of the greatest are left out. Cost per scenario: factors times rank instead of factors squared. The error
 * of what is left out is at most half the dropped share times the greatest eigenvalue times {@code |x|^2}.
 */
public final class FullGamma {
    private final double[] halfValues;
    private final double[][] vectors;

    /**
     * Decomposes a gamma matrix.
     *
     * @param gamma symmetric, currency units per squared unit of move
     * @param droppedShare eigenvalues smaller than this share of the greatest are left out, zero to keep all
     */
    public FullGamma(double[][] gamma, double droppedShare) {
        Refuse.outside("droppedShare", droppedShare, 0.0, 1.0);
        Symmetric.Spectrum spectrum = Symmetric.spectrum(Symmetric.checked("gamma", gamma));
        int n = gamma.length;
        double greatest = Math.max(Math.abs(spectrum.values()[0]), Math.abs(spectrum.values()[n - 1]));
        int rank = 0;
        int[] kept = new int[n];
        for (int k = 0; k < n; k++) {
            if (Math.abs(spectrum.values()[k]) > droppedShare * greatest) {
                kept[rank++] = k;
            }
        }
        halfValues = new double[rank];
        vectors = new double[rank][n];
        for (int r = 0; r < rank; r++) {
            halfValues[r] = 0.5 * spectrum.values()[kept[r]];
            for (int f = 0; f < n; f++) {
                vectors[r][f] = spectrum.vectors()[f][kept[r]];
            }
        }
    }

    /** Eigenvalues kept. */
    public int rank() {
        return halfValues.length;
    }

    /**
     * Adds the second-order P&L of each scenario of the tile to {@code pnl}.
     *
     * @param scratch at least as long as the tile
     */
    public void addPnl(ScenarioTile tile, double[] pnl, double[] scratch) {
        if (halfValues.length > 0 && vectors[0].length != tile.factorCount()) {
            throw new RefusedInputException(
                    "gamma has " + vectors[0].length + " factors; the tile has " + tile.factorCount());
        }
        int length = tile.length();
        for (int r = 0; r < halfValues.length; r++) {
            java.util.Arrays.fill(scratch, 0, length, 0.0);
            for (int f = 0; f < vectors[r].length; f++) {
                addScaled(scratch, length, vectors[r][f], tile.row(f));
            }
            addSquares(pnl, length, halfValues[r], scratch);
        }
    }

    private static void addScaled(double[] sum, int length, double a, double[] x) {
        for (int i = 0; i < length; i++) {
            sum[i] += a * x[i];
        }
    }

    private static void addSquares(double[] pnl, int length, double a, double[] y) {
        for (int i = 0; i < length; i++) {
            pnl[i] += a * y[i] * y[i];
        }
    }
}
