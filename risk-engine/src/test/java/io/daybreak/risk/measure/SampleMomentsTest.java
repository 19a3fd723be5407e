package io.daybreak.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NIST Statistical Reference Datasets, univariate: certified mean, standard deviation, lag-1 autocorrelation. */
class SampleMomentsTest {
    @ParameterizedTest
    @CsvSource({"1.2, 0.1", "1000000.2, 0.1", "10000000.2, 0.1"})
    void the_alternating_sets_of_nist_keep_nine_digits(double mean, double deviation) {
        // NumAcc2 to NumAcc4: the mean itself, then 500 pairs a tenth below and above; certified -0.999
        // autocorrelation.
        double[] sample = IntStream.rangeClosed(0, 1_000)
                .mapToDouble(i -> {
                    double tenths = Math.rint(mean * 10.0) + (i == 0 ? 0 : i % 2 == 1 ? -1 : 1);
                    return tenths / 10.0;
                })
                .toArray();

        SampleMoments moments = SampleMoments.of(sample);

        assertThat(digits(moments.mean(), mean)).isGreaterThan(13.0);
        // At 10,000,000.2 a double itself holds the tenths to nine digits.
        assertThat(digits(moments.standardDeviation(), deviation)).isGreaterThan(mean > 1e7 - 1 ? 8.2 : 9.0);
        assertThat(digits(moments.autocorrelation(), -0.999)).isGreaterThan(8.2);
    }

    @Test
    void the_three_numbers_around_ten_million_are_exact() {
        // NumAcc1: certified mean 10000002, standard deviation 1, autocorrelation -0.5.
        SampleMoments moments = SampleMoments.of(new double[] {10_000_001, 10_000_003, 10_000_002});

        assertThat(moments.mean()).isEqualTo(10_000_002.0);
        assertThat(moments.standardDeviation()).isEqualTo(1.0);
        assertThat(moments.autocorrelation()).isEqualTo(-0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "Lew, 200, -177.435, 277.332168044316, -0.307304800605679",
        "Lottery, 218, 518.95871559633, 291.699727470969, -0.120948622967393",
        "Mavro, 50, 2.001856, 0.000429123454003053, 0.937989183438248",
        "Michelso, 100, 299.8524, 0.0790105478190518, 0.535199668621283",
        "NumAcc4, 1001, 10000000.2, 0.1, -0.999",
        "PiDigits, 5000, 4.5348, 2.86733906028871, -0.00355099287237972"
    })
    void the_observed_sets_of_nist_meet_their_certified_values(
            String name, int n, double mean, double deviation, double autocorrelation) throws IOException {
        List<String> lines = Files.readAllLines(SharedFolder.file("data/risk-reference/nist-strd/" + name + ".txt"));
        double[] sample = lines.stream()
                .skip(lines.size() - n)
                .map(String::trim)
                .filter(line -> !line.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(sample).hasSize(n);

        SampleMoments moments = SampleMoments.of(sample);

        assertThat(digits(moments.mean(), mean)).isGreaterThan(12.0);
        assertThat(digits(moments.standardDeviation(), deviation)).isGreaterThan(name.equals("NumAcc4") ? 8.2 : 9.0);
        assertThat(digits(moments.autocorrelation(), autocorrelation)).isGreaterThan(8.2);
    }

    @Test
    void shape_of_a_small_sample_is_the_hand_computed_one() {
        SampleMoments moments = SampleMoments.of(new double[] {0, 0, 0, 4});

        // Deviations -1, -1, -1, 3: variance 3, third moment 6, fourth 21.
        assertThat(moments.skewness()).isCloseTo(6.0 / (3.0 * Math.sqrt(3.0)), within(1e-15));
        assertThat(moments.excessKurtosis()).isCloseTo(21.0 / 9.0 - 3.0, within(1e-15));
        assertThat(SampleMoments.of(new double[] {5, 5}).autocorrelation()).isZero();
        assertThatThrownBy(() -> SampleMoments.of(new double[] {1, Double.NaN}))
                .hasMessageContaining("sample[1] is NaN");
    }

    @Test
    void parametric_value_at_risk_of_a_symmetric_sample_is_z_sigma_and_skew_makes_it_worse() {
        SampleMoments symmetric = SampleMoments.of(new double[] {-2, -1, 1, 2});
        SampleMoments leftTail = SampleMoments.of(new double[] {-5, 1, 1, 1, 1, 1});

        // Population deviation sqrt(2.5); z of 95 % is 1.6448536.
        assertThat(symmetric.gaussianValueAtRisk(ConfidenceLevel.P95))
                .isCloseTo(1.6448536 * Math.sqrt(2.5), within(1e-6));
        double z = -1.6448536269514722;
        double kurtosis = (16 + 1 + 1 + 16) / 4.0 / 6.25 - 3.0;
        assertThat(symmetric.modifiedValueAtRisk(ConfidenceLevel.P95))
                .isCloseTo(-Math.sqrt(2.5) * (z + (z * z * z - 3 * z) * kurtosis / 24), within(1e-9));
        assertThat(leftTail.modifiedValueAtRisk(ConfidenceLevel.P95))
                .isGreaterThan(leftTail.gaussianValueAtRisk(ConfidenceLevel.P95));
    }

    @Test
    void modified_shortfall_is_the_tail_mean_of_the_edgeworth_density() {
        // Simpson's rule over x f(x) up to the expanded quantile, f of second order; nothing of it is in the engine.
        SampleMoments moments = SampleMoments.of(new double[] {-3.1, -0.4, 0.1, 0.3, 0.5, 0.6, 0.7, 0.9, 1.1, 1.4});
        double s = moments.skewness();
        double k = moments.excessKurtosis();
        double sigma = moments.standardDeviation() * Math.sqrt(9.0 / 10.0);
        for (ConfidenceLevel level : new ConfidenceLevel[] {ConfidenceLevel.P95, ConfidenceLevel.P99}) {
            double g = -(moments.modifiedValueAtRisk(level) + moments.mean()) / sigma;
            double sum = 0.0;
            int steps = 200_000;
            double width = (g + 40.0) / steps;
            for (int i = 0; i <= steps; i++) {
                double x = -40.0 + i * width;
                double hermite3 = x * x * x - 3 * x;
                double hermite4 = x * x * x * x - 6 * x * x + 3;
                double hermite6 = Math.pow(x, 6) - 15 * Math.pow(x, 4) + 45 * x * x - 15;
                double f = Math.exp(-0.5 * x * x)
                        / Math.sqrt(2 * Math.PI)
                        * (1 + s / 6 * hermite3 + k / 24 * hermite4 + s * s / 72 * hermite6);
                sum += x * f * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
            }
            double expected = -moments.mean() - sigma * sum * width / 3 / (1 - level.asDouble());

            assertThat(moments.modifiedShortfall(level)).isCloseTo(expected, within(1e-8));
        }
    }

    @Test
    void shortfalls_of_a_symmetric_sample_are_those_of_the_normal() {
        SampleMoments symmetric = new SampleMoments(1_000_000, 0.0, 1.0, 0.0, 0.0, 0.0);

        assertThat(symmetric.gaussianShortfall(ConfidenceLevel.P97_5)).isCloseTo(2.3378, within(1e-4));
        assertThat(symmetric.modifiedShortfall(ConfidenceLevel.P97_5))
                .isCloseTo(symmetric.gaussianShortfall(ConfidenceLevel.P97_5), within(1e-12));
    }

    /** Log relative error: the number of correct significant digits. */
    private static double digits(double actual, double certified) {
        double error = Math.abs(actual - certified) / Math.abs(certified);
        return error == 0.0 ? 16.0 : -Math.log10(error);
    }
}
