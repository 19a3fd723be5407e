package io.daybreak.risk.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.RefusedInputException;
import org.junit.jupiter.api.Test;

class CorrelationRepairTest {
    @Test
    void nearest_correlation_of_the_tridiagonal_matrix_is_the_published_one() {
        // N. J. Higham, Computing the nearest correlation matrix (2002); digits as in QuantLib's
        // test-suite/matrices.cpp.
        double[][] input = {{2, -1, 0, 0}, {-1, 2, -1, 0}, {0, -1, 2, -1}, {0, 0, -1, 2}};
        double[][] expected = {
            {1, -0.8084124981, 0.1915875019, 0.106775049},
            {-0.8084124981, 1, -0.6562326948, 0.1915875019},
            {0.1915875019, -0.6562326948, 1, -0.8084124981},
            {0.106775049, 0.1915875019, -0.8084124981, 1}
        };

        CorrelationRepair.Repaired repaired = CorrelationRepair.higham(input, 1e-11);

        for (int i = 0; i < 4; i++) {
            assertThat(repaired.matrix()[i]).containsExactly(expected[i], within(1e-8));
        }
        assertThat(repaired.frobeniusShift()).isGreaterThan(0.0);
    }

    @Test
    void spectral_repair_gives_the_published_off_diagonals() {
        // QuantLib test-suite/matrices.cpp, spectral salvaging, tolerance 1e-10.
        double[][] input = {{1, 0.9, 0.7}, {0.9, 1, 0.3}, {0.7, 0.3, 1}};

        CorrelationRepair.Repaired repaired = CorrelationRepair.spectral(input);

        assertThat(repaired.matrix()[0][1]).isCloseTo(0.894024408508599, within(1e-10));
        assertThat(repaired.matrix()[0][2]).isCloseTo(0.696319066114392, within(1e-10));
        assertThat(repaired.matrix()[1][2]).isCloseTo(0.300969036104592, within(1e-10));
        assertThat(repaired.smallestEigenvalueBefore()).isNegative();
    }

    @Test
    void the_nearest_matrix_is_at_least_as_near_as_the_clipped_one() {
        double[][] input = {{1, 0.9, 0.7}, {0.9, 1, 0.3}, {0.7, 0.3, 1}};

        double nearest = CorrelationRepair.higham(input, 1e-12).frobeniusShift();

        assertThat(nearest)
                .isLessThanOrEqualTo(CorrelationRepair.spectral(input).frobeniusShift());
    }

    @Test
    void a_valid_correlation_matrix_is_left_as_it_is() {
        double[][] input = {{1, 0.5}, {0.5, 1}};

        CorrelationRepair.Repaired repaired = CorrelationRepair.higham(input, 1e-10);

        assertThat(repaired.matrix()).isDeepEqualTo(input);
        assertThat(repaired.frobeniusShift()).isZero();
        assertThat(repaired.iterations()).isZero();
    }

    @Test
    void repaired_matrices_can_be_factored_and_multiply_back() {
        double[][] input = {{1, 0.9, 0.7}, {0.9, 1, 0.3}, {0.7, 0.3, 1}};
        double[][] valid = CorrelationRepair.higham(input, 1e-10).matrix();

        double[][] l = Cholesky.lower(valid, 1e-9);

        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = 0.0;
                for (int k = 0; k < 3; k++) {
                    product += l[i][k] * l[j][k];
                }
                assertThat(product).isCloseTo(valid[i][j], within(1e-6));
            }
        }
    }

    @Test
    void tiny_variances_are_factored_as_readily_as_large_ones() {
        // Daily yield moves of half a basis point: variance 2.5e-9, below the absolute threshold of many libraries.
        double[][] covariance = {{2.5e-9, 1e-9}, {1e-9, 2.5e-9}};

        double[][] l = Cholesky.lower(covariance, 1e-10);

        assertThat(l[0][0]).isCloseTo(5e-5, within(1e-18));
        assertThat(l[1][0]).isCloseTo(2e-5, within(1e-18));
    }

    @Test
    void bad_matrices_are_refused_with_the_place() {
        assertThatThrownBy(() -> Cholesky.lower(new double[][] {{1, 2}, {2, 1}}, 1e-10))
                .isInstanceOf(RefusedInputException.class)
                .hasMessageContaining("not positive semi-definite: pivot 1 is -3.0");
        assertThatThrownBy(() -> CorrelationRepair.higham(new double[][] {{1, 0.2}, {0.3, 1}}, 1e-10))
                .hasMessageContaining("not symmetric: [1][0] is 0.3 but [0][1] is 0.2");
        assertThatThrownBy(() -> CorrelationRepair.higham(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}, 1e-10))
                .hasMessageContaining("matrix[0][1] is NaN");
        assertThatThrownBy(() -> Cholesky.lower(new double[][] {{0, 1}, {1, 1}}, 1e-10))
                .hasMessageContaining("pivot 0 vanishes but row 1 still has 1.0");
    }
}
