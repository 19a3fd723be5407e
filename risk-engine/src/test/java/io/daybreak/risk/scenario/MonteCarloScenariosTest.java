package io.daybreak.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.scenario.MonteCarloSettings.Sampling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonteCarloScenariosTest {
    private static final double[] VOLATILITIES = {0.01, 0.02, 0.0005, 0.015, 0.03};
    private static final double[][] CORRELATION = correlation();

    @Test
    void digits_do_not_depend_on_the_tile_or_on_who_asks_for_which_part() {
        for (Sampling sampling : Sampling.values()) {
            MonteCarloScenarios scenarios = scenarios(0, new MonteCarloSettings(42, 1_000, 6.0, sampling));
            double[][] whole = read(scenarios, 1_000);

            for (int width : new int[] {1, 7, 64, 333}) {
                assertThat(read(scenarios(0, scenarios.settings()), width))
                        .as("%s in tiles of %d", sampling, width)
                        .isDeepEqualTo(whole);
            }
        }
    }

    @Test
    void simulated_moves_have_the_model_s_covariance() {
        for (int components : new int[] {0, 2}) {
            MonteCarloScenarios scenarios = scenarios(components, MonteCarloSettings.normal(1, 100_000));
            double[][] moves = read(scenarios, 1_000);

            for (int i = 0; i < VOLATILITIES.length; i++) {
                assertThat(Math.sqrt(dot(moves[i], moves[i])))
                        .isCloseTo(VOLATILITIES[i], within(0.01 * VOLATILITIES[i]));
                for (int j = 0; components == 0 && j < i; j++) {
                    double rho = dot(moves[i], moves[j]) / VOLATILITIES[i] / VOLATILITIES[j];
                    assertThat(rho).isCloseTo(CORRELATION[i][j], within(0.02));
                }
            }
        }
    }

    @Test
    void student_scenarios_keep_the_covariance_and_have_fatter_tails() {
        double[] x = read(scenarios(0, MonteCarloSettings.studentT(3, 400_000, 6.0)), 1_000)[0];
        double variance = dot(x, x);
        double fourth = 0.0;
        for (double move : x) {
            fourth += move * move * move * move / x.length;
        }

        assertThat(Math.sqrt(variance)).isCloseTo(0.01, within(0.0002));
        // Kurtosis of a t with 6 degrees is 3 + 6 / (6 - 4) = 6; its estimate converges slowly.
        assertThat(fourth / variance / variance).isBetween(4.5, 8.0);
    }

    @Test
    void antithetic_pairs_cancel_exactly() {
        double[][] moves = read(scenarios(0, new MonteCarloSettings(4, 500, 5.0, Sampling.ANTITHETIC)), 50);

        for (int i = 0; i < 500; i += 2) {
            assertThat(moves[3][i]).isEqualTo(-moves[3][i + 1]);
        }
    }

    @Test
    void moment_matched_and_quasi_random_cubes_have_smaller_errors_than_plain_ones() {
        double plain = 0.0;
        double matched = 0.0;
        double quasi = 0.0;
        for (long seed = 0; seed < 10; seed++) {
            plain += Math.abs(mean(seed, Sampling.PLAIN)) / 10;
            matched += Math.abs(mean(seed, Sampling.MOMENT_MATCHED)) / 10;
            quasi += Math.abs(mean(seed, Sampling.QUASI_RANDOM)) / 10;
        }

        assertThat(matched).isLessThan(1e-12);
        assertThat(quasi).isLessThan(plain / 5.0);
    }

    @Test
    void an_estimated_model_finds_the_parameters_its_history_was_drawn_from() {
        MonteCarloScenarios source = scenarios(0, MonteCarloSettings.normal(77, 4_000));
        double[][] moves = read(source, 4_000);
        double[][] levels = new double[VOLATILITIES.length][4_001];
        for (int f = 0; f < levels.length; f++) {
            levels[f][0] = 1.0;
            for (int d = 0; d < 4_000; d++) {
                levels[f][d + 1] = (d + f) % 97 == 0 ? Double.NaN : levels[f][0] + moves[f][d];
            }
        }
        // Two-step independence: levels hover around one, so the move between dates has twice the variance.
        List<LocalDate> dates = IntStream.rangeClosed(0, 4_000)
                .mapToObj(d -> LocalDate.of(2000, 1, 1).plusDays(d))
                .toList();

        FactorModel model = FactorModel.estimate(
                FactorHistory.of(source.factors(), dates, levels), 1, FactorModel.Settings.standard());

        for (int f = 0; f < VOLATILITIES.length; f++) {
            assertThat(model.volatility(f) / Math.sqrt(2.0)).isCloseTo(VOLATILITIES[f], within(0.05 * VOLATILITIES[f]));
            assertThat(model.correlation(f, 0)).isCloseTo(CORRELATION[f][0], within(0.06));
        }
    }

    @Test
    void the_correlation_of_five_pairs_is_the_published_one() {
        // QuantLib test-suite/covariance.cpp, sequence statistics, tolerance 1e-10.
        double[][] pairs = {{3, 2, 4, 5, 6}, {9, 7, 12, 15, 17}};

        double[][] rho = MoveStatistics.correlations(factors(2), pairs, 1.0, 3);

        assertThat(rho[0][1]).isCloseTo(0.9970544855015813, within(1e-10));
        assertThat(MoveStatistics.volatilities(factors(2), pairs, 1.0, 3)[0]).isCloseTo(Math.sqrt(2.5), within(1e-15));
    }

    @Test
    void a_correlation_that_cannot_be_is_repaired_and_the_report_says_so() {
        double[][] impossible = {{1, 0.9, 0.7}, {0.9, 1, 0.3}, {0.7, 0.3, 1}};

        FactorModel model = FactorModel.of(factors(3), new double[] {1, 1, 1}, impossible, 0);

        assertThat(model.report().smallestEigenvalue()).isNegative();
        assertThat(model.report().frobeniusShift()).isPositive();
        assertThat(model.correlation(0, 1)).isLessThan(0.9);
    }

    @Test
    void bad_models_and_settings_are_refused() {
        assertThatThrownBy(() -> FactorModel.of(factors(1), new double[] {Double.NaN}, new double[][] {{1}}, 0))
                .hasMessageContaining("volatility of F0 is NaN");
        assertThatThrownBy(() ->
                        FactorModel.of(factors(2), new double[] {1, 1}, new double[][] {{1, 1.2}, {1.2, 1}}, 0))
                .hasMessageContaining("correlation of F0 and F1 is 1.2");
        assertThatThrownBy(() -> MonteCarloSettings.studentT(1, 10, 2.0))
                .hasMessageContaining("degreesOfFreedom is 2.0");
        assertThatThrownBy(() -> new MonteCarloSettings(1, 11, 5.0, Sampling.ANTITHETIC))
                .hasMessageContaining("even");
        MonteCarloScenarios scenarios = scenarios(0, MonteCarloSettings.normal(1, 10));
        assertThatThrownBy(() -> scenarios.fill(new ScenarioTile(scenarios.factors(), 4), 8, 12))
                .hasMessageContaining("[8, 12) does not fit a cube of 10");
    }

    @Test
    void the_identity_changes_with_seed_model_and_settings_and_with_nothing_else() {
        String identity = scenarios(0, MonteCarloSettings.normal(1, 10)).identity();

        assertThat(scenarios(0, MonteCarloSettings.normal(1, 10)).identity()).isEqualTo(identity);
        assertThat(scenarios(0, MonteCarloSettings.normal(2, 10)).identity()).isNotEqualTo(identity);
        assertThat(scenarios(2, MonteCarloSettings.normal(1, 10)).identity()).isNotEqualTo(identity);
        assertThat(scenarios(0, MonteCarloSettings.normal(1, 11)).identity()).isNotEqualTo(identity);
    }

    private static double mean(long seed, Sampling sampling) {
        double[] x =
                read(scenarios(0, new MonteCarloSettings(seed, 4_096, Double.POSITIVE_INFINITY, sampling)), 512)[0];
        double sum = 0.0;
        for (double move : x) {
            sum += move / x.length;
        }
        return sum / 0.01;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum / a.length;
    }

    private static MonteCarloScenarios scenarios(int components, MonteCarloSettings settings) {
        return new MonteCarloScenarios(FactorModel.of(factors(5), VOLATILITIES, CORRELATION, components), settings);
    }

    private static FactorSet factors(int count) {
        List<RiskFactor> factors = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            factors.add(RiskFactor.of("F" + f, RiskClass.INTEREST_RATE, ShiftType.ABSOLUTE));
        }
        return FactorSet.of(factors);
    }

    private static double[][] correlation() {
        double[][] rho = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                rho[i][j] = Math.pow(0.7, Math.abs(i - j));
            }
        }
        return rho;
    }

    static double[][] read(Scenarios scenarios, int width) {
        double[][] moves = new double[scenarios.factors().size()][scenarios.count()];
        ScenarioTile tile = new ScenarioTile(scenarios.factors(), width);
        for (int from = 0; from < scenarios.count(); from += width) {
            int to = Math.min(scenarios.count(), from + width);
            scenarios.fill(tile, from, to);
            for (int f = 0; f < moves.length; f++) {
                System.arraycopy(tile.row(f), 0, moves[f], from, to - from);
            }
        }
        return moves;
    }
}
