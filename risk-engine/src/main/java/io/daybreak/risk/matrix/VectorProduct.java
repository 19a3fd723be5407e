package io.daybreak.risk.matrix;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product with explicit vectors: columns are packed so that a block of two vectors is read in sequence, and four
 * rows are accumulated in eight registers. Loaded only when {@link TileProduct#VECTOR} is asked for.
 */
final class VectorProduct {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int BLOCK = 2 * LANES;

    private VectorProduct() {}

    static double[] multiply(
            double[][] coefficients, int[] used, double[][] columns, int length, double[][] rows, double[] workspace) {
        int depth = 0;
        for (int count : used) {
            depth = Math.max(depth, count);
        }
        int blocks = (length + BLOCK - 1) / BLOCK;
        int packedSize = blocks * depth * BLOCK;
        double[] packed = workspace.length >= packedSize + 4 * BLOCK ? workspace : new double[packedSize + 4 * BLOCK];
        pack(columns, depth, length, packed);
        double[][] quad = new double[4][];
        for (int f = 0; f < coefficients.length; f += 4) {
            int height = Math.min(4, coefficients.length - f);
            int needed = 0;
            for (int r = 0; r < 4; r++) {
                quad[r] = coefficients[f + Math.min(r, height - 1)];
                needed = Math.max(needed, used[f + Math.min(r, height - 1)]);
            }
            for (int block = 0; block < blocks; block++) {
                accumulate(quad, needed, packed, block * depth * BLOCK, packedSize);
                int count = Math.min(BLOCK, length - block * BLOCK);
                for (int r = 0; r < height; r++) {
                    System.arraycopy(packed, packedSize + r * BLOCK, rows[f + r], block * BLOCK, count);
                }
            }
        }
        return packed;
    }

    private static void pack(double[][] columns, int depth, int length, double[] packed) {
        for (int from = 0, block = 0; from < length; from += BLOCK, block++) {
            int count = Math.min(BLOCK, length - from);
            for (int k = 0; k < depth; k++) {
                int at = (block * depth + k) * BLOCK;
                System.arraycopy(columns[k], from, packed, at, count);
                java.util.Arrays.fill(packed, at + count, at + BLOCK, 0.0);
            }
        }
    }

    /** Four rows of one block, written behind the packed columns. */
    private static void accumulate(double[][] quad, int depth, double[] packed, int at, int result) {
        double[] a = quad[0];
        double[] b = quad[1];
        double[] c = quad[2];
        double[] d = quad[3];
        DoubleVector a0 = DoubleVector.zero(SPECIES);
        DoubleVector a1 = a0;
        DoubleVector b0 = a0;
        DoubleVector b1 = a0;
        DoubleVector c0 = a0;
        DoubleVector c1 = a0;
        DoubleVector d0 = a0;
        DoubleVector d1 = a0;
        int position = at;
        for (int k = 0; k < depth; k++) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, packed, position);
            DoubleVector y = DoubleVector.fromArray(SPECIES, packed, position + LANES);
            DoubleVector left = DoubleVector.broadcast(SPECIES, a[k]);
            a0 = left.fma(x, a0);
            a1 = left.fma(y, a1);
            left = DoubleVector.broadcast(SPECIES, b[k]);
            b0 = left.fma(x, b0);
            b1 = left.fma(y, b1);
            left = DoubleVector.broadcast(SPECIES, c[k]);
            c0 = left.fma(x, c0);
            c1 = left.fma(y, c1);
            left = DoubleVector.broadcast(SPECIES, d[k]);
            d0 = left.fma(x, d0);
            d1 = left.fma(y, d1);
            position += BLOCK;
        }
        a0.intoArray(packed, result);
        a1.intoArray(packed, result + LANES);
        b0.intoArray(packed, result + BLOCK);
        b1.intoArray(packed, result + BLOCK + LANES);
        c0.intoArray(packed, result + 2 * BLOCK);
        c1.intoArray(packed, result + 2 * BLOCK + LANES);
        d0.intoArray(packed, result + 3 * BLOCK);
        d1.intoArray(packed, result + 3 * BLOCK + LANES);
    }
}
