package io.daybreak.risk.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TileProductTest {
    @Test
    void both_kernels_give_the_same_bits_for_any_shape() {
        assumeTrue(TileProduct.isVectorAvailable(), "started without --add-modules jdk.incubator.vector");
        for (int[] shape : new int[][] {{1, 1, 1}, {3, 5, 7}, {4, 4, 16}, {9, 13, 100}, {50, 50, 256}, {7, 64, 33}}) {
            double[][] a = random(shape[0], shape[1], 1);
            double[][] z = random(shape[1], shape[2], 2);
            int[] used = new int[shape[0]];
            for (int f = 0; f < used.length; f++) {
                used[f] = Math.min(shape[1], f + 1);
                Arrays.fill(a[f], used[f], shape[1], 0.0);
            }
            double[][] scalar = new double[shape[0]][shape[2]];
            double[][] vector = new double[shape[0]][shape[2]];

            TileProduct.SCALAR.multiply(a, used, z, shape[2], scalar, new double[0]);
            TileProduct.VECTOR.multiply(a, used, z, shape[2], vector, new double[0]);

            assertThat(vector).as(Arrays.toString(shape)).isDeepEqualTo(scalar);
        }
    }

    @Test
    void the_product_is_the_sum_over_columns() {
        double[][] a = random(6, 11, 3);
        double[][] z = random(11, 20, 4);
        double[][] rows = new double[6][20];

        TileProduct.SCALAR.multiply(a, new int[] {11, 11, 11, 11, 11, 11}, z, 20, rows, new double[0]);

        for (int f = 0; f < 6; f++) {
            for (int i = 0; i < 20; i++) {
                double expected = 0.0;
                for (int k = 0; k < 11; k++) {
                    expected += a[f][k] * z[k][i];
                }
                assertThat(rows[f][i]).isCloseTo(expected, within(1e-12));
            }
        }
    }

    private static double[][] random(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        return matrix;
    }
}
