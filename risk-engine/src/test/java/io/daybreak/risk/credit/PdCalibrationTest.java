package io.daybreak.risk.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PdCalibrationTest {

    @Test
    void without_defaults_the_bounds_are_those_of_pluto_and_tasche() {
        // Pluto and Tasche (2005), 100, 400 and 300 obligors, no default; percent, as recalled. Without defaults the
        // bound is 1 - (1 - confidence)^(1 / n) over the n obligors from the grade down.
        double[] confidence = {0.50, 0.75, 0.90, 0.95, 0.99, 0.999};
        double[][] percent = {
            {0.09, 0.17, 0.29, 0.37, 0.57, 0.86},
            {0.10, 0.20, 0.33, 0.43, 0.66, 0.98},
            {0.23, 0.46, 0.76, 0.99, 1.52, 2.28}
        };
        int[] fromHereDown = {800, 700, 300};
        for (int c = 0; c < confidence.length; c++) {
            double[] bounds = PdCalibration.mostPrudent(new int[] {100, 400, 300}, new int[3], confidence[c]);
            for (int grade = 0; grade < 3; grade++) {
                assertThat(100 * bounds[grade]).isCloseTo(percent[grade][c], within(0.005));
                assertThat(bounds[grade])
                        .isCloseTo(1 - Math.pow(1 - confidence[c], 1.0 / fromHereDown[grade]), within(1e-9));
            }
        }
    }

    @Test
    void with_defaults_the_bound_leaves_the_confidence_s_probability_to_fewer() {
        double[] bounds = PdCalibration.mostPrudent(new int[] {100, 400, 300}, new int[] {0, 2, 1}, 0.90);

        // Three of 800: sum of the first four binomial terms is one tenth at the bound.
        double p = bounds[0];
        double atMostThree = Math.pow(1 - p, 800)
                * (1
                        + 800 * p / (1 - p)
                        + 800.0 * 799 / 2 * Math.pow(p / (1 - p), 2)
                        + 800.0 * 799 * 798 / 6 * Math.pow(p / (1 - p), 3));
        assertThat(atMostThree).isCloseTo(0.10, within(1e-7));
        assertThat(bounds[0]).isLessThan(bounds[1]);
        assertThatThrownBy(() -> PdCalibration.mostPrudent(new int[] {3}, new int[] {3}, 0.9))
                .hasMessageContaining("defaults from grade 0 down is 3");
    }

    @Test
    void tests_of_a_pd_reject_where_too_many_defaulted() {
        // One of one: Beta(1.5, 0.5) at 1/2 is (arcsine law) 1/2 - 1/pi; binomial tails by hand.
        assertThat(PdCalibration.jeffreys(1, 1, 0.5)).isCloseTo(0.5 - 1 / Math.PI, within(1e-9));
        assertThat(PdCalibration.binomial(2, 1, 0.1)).isCloseTo(0.19, within(1e-12));
        assertThat(PdCalibration.binomial(100, 0, 0.01)).isEqualTo(1.0);
        assertThat(PdCalibration.jeffreys(1_000, 10, 0.01)).isBetween(0.3, 0.7);
        assertThat(PdCalibration.jeffreys(1_000, 25, 0.01)).isLessThan(0.001);
        assertThat(PdCalibration.jeffreys(1_000, 1, 0.01)).isGreaterThan(0.99);
    }
}
