package io.daybreak.risk.matrix;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product with explicit vectors: columns are packed so that a block of two or four vectors is read in sequence and
 * stays in the first-level cache while all rows pass over it, four at a time, accumulated in registers. Four vectors
 * where they are 512 bits wide, for then there are 32 registers. Loaded only when {@link TileProduct#VECTOR} is asked for.
 */
final class VectorProduct {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int VECTORS = LANES >= 8 ? 4 : 2;
    private static final int BLOCK = VECTORS * LANES;

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
        for (int block = 0; block < blocks; block++) {
            int count = Math.min(BLOCK, length - block * BLOCK);
            for (int f = 0; f < coefficients.length; f += 4) {
                int height = Math.min(4, coefficients.length - f);
                int needed = 0;
                for (int r = 0; r < 4; r++) {
                    quad[r] = coefficients[f + Math.min(r, height - 1)];
                    needed = Math.max(needed, used[f + Math.min(r, height - 1)]);
                }
                int at = block * depth * BLOCK;
                if (VECTORS == 4) {
                    accumulateFour(quad, needed, packed, at, packedSize);
                } else {
                    accumulateTwo(quad, needed, packed, at, packedSize);
                }
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

    /** Four rows of one block of two vectors, written behind the packed columns. */
    private static void accumulateTwo(double[][] quad, int depth, double[] packed, int at, int result) {
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
        for (int k = 0; k < depth; k++) {
            int position = at + k * BLOCK;
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, packed, position);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, packed, position + LANES);
            DoubleVector left = DoubleVector.broadcast(SPECIES, a[k]);
            a0 = left.fma(x0, a0);
            a1 = left.fma(x1, a1);
            left = DoubleVector.broadcast(SPECIES, b[k]);
            b0 = left.fma(x0, b0);
            b1 = left.fma(x1, b1);
            left = DoubleVector.broadcast(SPECIES, c[k]);
            c0 = left.fma(x0, c0);
            c1 = left.fma(x1, c1);
            left = DoubleVector.broadcast(SPECIES, d[k]);
            d0 = left.fma(x0, d0);
            d1 = left.fma(x1, d1);
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

    /** Four rows of one block of four vectors, written behind the packed columns. */
    private static void accumulateFour(double[][] quad, int depth, double[] packed, int at, int result) {
        double[] a = quad[0];
        double[] b = quad[1];
        double[] c = quad[2];
        double[] d = quad[3];
        DoubleVector a0 = DoubleVector.zero(SPECIES);
        DoubleVector a1 = a0;
        DoubleVector a2 = a0;
        DoubleVector a3 = a0;
        DoubleVector b0 = a0;
        DoubleVector b1 = a0;
        DoubleVector b2 = a0;
        DoubleVector b3 = a0;
        DoubleVector c0 = a0;
        DoubleVector c1 = a0;
        DoubleVector c2 = a0;
        DoubleVector c3 = a0;
        DoubleVector d0 = a0;
        DoubleVector d1 = a0;
        DoubleVector d2 = a0;
        DoubleVector d3 = a0;
        for (int k = 0; k < depth; k++) {
            int position = at + k * BLOCK;
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, packed, position);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, packed, position + LANES);
            DoubleVector x2 = DoubleVector.fromArray(SPECIES, packed, position + 2 * LANES);
            DoubleVector x3 = DoubleVector.fromArray(SPECIES, packed, position + 3 * LANES);
            DoubleVector left = DoubleVector.broadcast(SPECIES, a[k]);
            a0 = left.fma(x0, a0);
            a1 = left.fma(x1, a1);
            a2 = left.fma(x2, a2);
            a3 = left.fma(x3, a3);
            left = DoubleVector.broadcast(SPECIES, b[k]);
            b0 = left.fma(x0, b0);
            b1 = left.fma(x1, b1);
            b2 = left.fma(x2, b2);
            b3 = left.fma(x3, b3);
            left = DoubleVector.broadcast(SPECIES, c[k]);
            c0 = left.fma(x0, c0);
            c1 = left.fma(x1, c1);
            c2 = left.fma(x2, c2);
            c3 = left.fma(x3, c3);
            left = DoubleVector.broadcast(SPECIES, d[k]);
            d0 = left.fma(x0, d0);
            d1 = left.fma(x1, d1);
            d2 = left.fma(x2, d2);
            d3 = left.fma(x3, d3);
        }
        a0.intoArray(packed, result);
        a1.intoArray(packed, result + LANES);
        a2.intoArray(packed, result + 2 * LANES);
        a3.intoArray(packed, result + 3 * LANES);
        b0.intoArray(packed, result + BLOCK);
        b1.intoArray(packed, result + BLOCK + LANES);
        b2.intoArray(packed, result + BLOCK + 2 * LANES);
        b3.intoArray(packed, result + BLOCK + 3 * LANES);
        c0.intoArray(packed, result + 2 * BLOCK);
        c1.intoArray(packed, result + 2 * BLOCK + LANES);
        c2.intoArray(packed, result + 2 * BLOCK + 2 * LANES);
        c3.intoArray(packed, result + 2 * BLOCK + 3 * LANES);
        d0.intoArray(packed, result + 3 * BLOCK);
        d1.intoArray(packed, result + 3 * BLOCK + LANES);
        d2.intoArray(packed, result + 3 * BLOCK + 2 * LANES);
        d3.intoArray(packed, result + 3 * BLOCK + 3 * LANES);
    }
}
