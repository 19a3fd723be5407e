package io.daybreak.risk.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.backtest.TrafficLight.Zone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacktestTest {
    @Test
    void multipliers_and_zones_are_those_of_mar32_table_1() {
        // BCBS MAR32 Table 1 (250 days, 99 %); cumulative probabilities as Basel 1996 prints them, in percent.
        double[] multiplier = {
            1.50, 1.50, 1.50, 1.50, 1.50, 1.70, 1.76, 1.83, 1.88, 1.92, 2.00, 2.00, 2.00, 2.00, 2.00, 2.00
        };
        double[] printed = {8.11, 28.58, 54.32, 75.81, 89.22, 95.88, 98.63, 99.60, 99.89, 99.97, 99.99};
        for (int k = 0; k < multiplier.length; k++) {
            Zone expected = k < 5 ? Zone.GREEN : k < 10 ? Zone.AMBER : Zone.RED;
            assertThat(TrafficLight.multiplier(k)).isEqualTo(multiplier[k]);
            assertThat(TrafficLight.zone(k, 250, 0.99)).as("%d exceptions", k).isEqualTo(expected);
        }
        for (int k = 0; k < printed.length; k++) {
            // Basel truncates 28.575 to 28.58 and 99.975 to 99.97: half a unit either way.
            assertThat(100.0 * TrafficLight.cumulativeProbability(k, 250, 0.99)).isCloseTo(printed[k], within(0.0055));
        }
    }

    @Test
    void the_multiplier_of_1996_adds_the_plus_factor_to_three() {
        // Basel 1996, Table 2; type 1 errors are P(X >= k) of 250 days at 1 % (computed outside this project).
        double[] multiplier = {3, 3, 3, 3, 3, 3.4, 3.5, 3.65, 3.75, 3.85, 4, 4, 4};
        double[] typeOne = {
            1.0,
            0.9189414838378186,
            0.7142482612060479,
            0.4568310266842741,
            0.24188330223511678,
            0.10781237309637492,
            0.04118318406984833,
            0.013701447855203663,
            0.004025338711807769,
            0.0010565324973568213
        };
        for (int k = 0; k < multiplier.length; k++) {
            assertThat(TrafficLight.multiplierOf1996(k)).isEqualTo(multiplier[k]);
        }
        for (int k = 1; k < typeOne.length; k++) {
            assertThat(1.0 - TrafficLight.cumulativeProbability(k - 1, 250, 0.99))
                    .isCloseTo(typeOne[k], within(1e-12));
        }
    }

    @Test
    void zones_of_other_windows_come_from_the_binomial_not_from_scaling() {
        // First counts with cumulative probability of 95 % and 99.99 %; 750 days at 99.5 % is published as 7 and 13.
        int[][] starts = {
            {250, 995, 3, 7}, {250, 990, 5, 10}, {250, 975, 11, 17}, {250, 950, 18, 27},
            {500, 995, 5, 10}, {500, 990, 9, 15}, {500, 975, 18, 27}, {500, 950, 33, 45},
            {750, 995, 7, 13}, {750, 990, 12, 20}, {750, 975, 26, 37}, {750, 950, 48, 61}
        };
        for (int[] row : starts) {
            assertThat(TrafficLight.amberStart(row[0], row[1] / 1000.0))
                    .as("%d at %d", row[0], row[1])
                    .isEqualTo(row[2]);
            assertThat(TrafficLight.redStart(row[0], row[1] / 1000.0))
                    .as("%d at %d", row[0], row[1])
                    .isEqualTo(row[3]);
        }
    }

    @Test
    void kupiec_statistics_are_the_published_ones() {
        // Exceptions, days, probability, likelihood ratio, p-value; 15 of 1,000 is Hull's exercise 9.14.
        double[][] cases = {
            {0, 250, 0.01, 5.025167926750726, 0.02498150305344973},
            {1, 250, 0.01, 1.1764911353210774, 0.2780714900139528},
            {2, 250, 0.01, 0.10843521623679919, 0.7419327009526281},
            {3, 250, 0.01, 0.09494012266443264, 0.75798832137329},
            {4, 250, 0.01, 0.7691383643858458, 0.380483738238954},
            {5, 250, 0.01, 1.956809788230622, 0.1618549171960387},
            {6, 250, 0.01, 3.5553547710617437, 0.0593536189722889},
            {7, 250, 0.01, 5.496990447792683, 0.019049230890526535},
            {10, 250, 0.01, 12.955491062356018, 0.0003189845082133835},
            {15, 1000, 0.01, 2.189248388847858, 0.1389771183180088},
            {20, 1000, 0.01, 7.827239152922488, 0.005146464982499721},
            {5, 255, 0.05, 6.384399953982069, 0.011512767516097686},
            {22, 252, 0.05, 6.097225401327307, 0.013539430301557829}
        };
        for (double[] c : cases) {
            CoverageTest.Result result = CoverageTest.kupiec((int) c[0], (int) c[1], c[2]);
            assertThat(result.statistic()).isCloseTo(c[3], within(1e-9));
            assertThat(result.pValue()).isCloseTo(c[4], within(1e-9));
        }
    }

    @Test
    void all_fifteen_non_rejection_regions_of_kupiec_are_met() {
        // Kupiec (1995) at 95 %: probability, days, least and most failures accepted.
        double[][] regions = {
            {0.01, 255, 1, 6}, {0.01, 510, 2, 10}, {0.01, 1000, 5, 16},
            {0.025, 255, 3, 11}, {0.025, 510, 7, 20}, {0.025, 1000, 16, 35},
            {0.05, 255, 7, 20}, {0.05, 510, 17, 35}, {0.05, 1000, 38, 64},
            {0.075, 255, 12, 27}, {0.075, 510, 28, 50}, {0.075, 1000, 60, 91},
            {0.1, 255, 17, 35}, {0.1, 510, 39, 64}, {0.1, 1000, 82, 119}
        };
        for (double[] r : regions) {
            int[] accepted = IntStream.rangeClosed(0, (int) r[1])
                    .filter(x -> !CoverageTest.kupiec(x, (int) r[1], r[0]).rejectedAt(0.05))
                    .toArray();
            assertThat(accepted[0]).as("least of %s in %s", r[0], r[1]).isEqualTo((int) r[2]);
            assertThat(accepted[accepted.length - 1])
                    .as("most of %s in %s", r[0], r[1])
                    .isEqualTo((int) r[3]);
        }
    }

    @Test
    void clustered_exceptions_fail_independence_and_scattered_ones_do_not() {
        boolean[] clustered = new boolean[500];
        boolean[] scattered = new boolean[500];
        for (int i = 0; i < 10; i++) {
            clustered[200 + i] = true;
            scattered[25 + 47 * i] = true;
        }

        assertThat(CoverageTest.independence(clustered).pValue()).isLessThan(1e-6);
        assertThat(CoverageTest.independence(scattered).pValue()).isGreaterThan(0.3);
        assertThat(CoverageTest.independence(new boolean[250]).statistic()).isZero();
        CoverageTest.Result both = CoverageTest.conditionalCoverage(clustered, 0.01);
        assertThat(both.statistic())
                .isCloseTo(
                        CoverageTest.independence(clustered).statistic()
                                + CoverageTest.kupiec(10, 499, 0.01).statistic(),
                        within(1e-12));
        assertThat(both.degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void independence_of_a_hand_counted_sequence_is_the_closed_form() {
        // 0 1 1 0 0 0 1 0: n00 2, n01 2, n10 2, n11 1 (seven transitions).
        boolean[] hits = {false, true, true, false, false, false, true, false};
        double expected = 2.0
                * (2 * Math.log(0.5)
                        + 2 * Math.log(0.5)
                        + 2 * Math.log(2.0 / 3.0)
                        + Math.log(1.0 / 3.0)
                        - 4 * Math.log(4.0 / 7.0)
                        - 3 * Math.log(3.0 / 7.0));

        assertThat(CoverageTest.independence(hits).statistic()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void exceptions_count_the_worse_of_two_and_missing_days() {
        double nan = Double.NaN;
        Exceptions exceptions = Exceptions.count(
                new double[] {10, 10, 10, nan, 10}, new double[] {-11, -10, 5, 1, nan}, new double[] {-5, -12, -20, 1, 1
                });

        assertThat(exceptions.actual()).isEqualTo(3);
        assertThat(exceptions.hypothetical()).isEqualTo(3);
        assertThat(exceptions.missing()).isEqualTo(2);
        assertThat(exceptions.regulatory()).isEqualTo(3);
        assertThat(exceptions.hits()).containsExactly(true, true, true, true, true);
        assertThat(TrafficLight.deskPasses(12, 30)).isTrue();
        assertThat(TrafficLight.deskPasses(13, 30)).isFalse();
    }

    @Test
    void attribution_zones_follow_mar32_thresholds() {
        double[] hypothetical =
                IntStream.range(0, 250).mapToDouble(i -> Math.sin(i)).toArray();
        double[] shifted =
                IntStream.range(0, 250).mapToDouble(i -> Math.sin(i) + 0.5).toArray();

        PnlAttribution same = PnlAttribution.of(hypothetical, hypothetical);
        assertThat(same.spearman()).isEqualTo(1.0);
        assertThat(same.kolmogorovSmirnov()).isZero();
        assertThat(same.zone()).isEqualTo(Zone.GREEN);
        assertThat(PnlAttribution.of(hypothetical, shifted).zone()).isEqualTo(Zone.RED);
        assertThat(PnlAttribution.zone(0.75, 0.05)).isEqualTo(Zone.AMBER);
        assertThat(PnlAttribution.zone(0.85, 0.10)).isEqualTo(Zone.AMBER);
        assertThat(PnlAttribution.zone(0.69, 0.05)).isEqualTo(Zone.RED);
        assertThatThrownBy(() -> PnlAttribution.of(new double[250], hypothetical))
                .hasMessageContaining("constant");
    }
}
