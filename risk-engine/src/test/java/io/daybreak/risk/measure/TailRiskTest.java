package io.daybreak.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.revalue.PnlVector;
import io.daybreak.risk.scenario.AddressableNormals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailRiskTest {
    @Test
    void of_500_scenarios_at_99_percent_var_is_the_fifth_worst_and_names_it() {
        PnlVector pnl = shuffledLosses(500);

        TailRisk risk = TailRisk.of(pnl, ConfidenceLevel.P99);

        assertThat(risk.valueAtRisk()).isEqualTo(496.0);
        assertThat(pnl.units(risk.valueAtRiskScenarios().get(0).scenario())).isEqualTo(-496.0);
        assertThat(risk.expectedShortfall()).isCloseTo(498.0, within(1e-9));
        assertThat(risk.shortfallScenarios()).hasSize(5);
    }

    @Test
    void the_shortfall_conventions_average_what_they_say() {
        PnlVector pnl = shuffledLosses(500);

        assertThat(shortfall(pnl, ShortfallConvention.BEYOND_VAR)).isCloseTo(498.5, within(1e-9));
        assertThat(shortfall(pnl, ShortfallConvention.AT_OR_BEYOND_VAR)).isCloseTo(498.0, within(1e-9));
    }

    @Test
    void a_fractional_tail_weighs_its_last_scenario_by_the_fraction() {
        // 97.5 % of 250: 6.25 scenarios.
        TailRisk risk = TailRisk.of(shuffledLosses(250), ConfidenceLevel.P97_5);

        assertThat(risk.expectedShortfall())
                .isCloseTo((250 + 249 + 248 + 247 + 246 + 245 + 0.25 * 244) / 6.25, within(1e-12));
        assertThat(risk.shortfallScenarios()).hasSize(7);
    }

    @Test
    void value_at_risk_is_not_sub_additive_where_shortfall_is() {
        // Two independent bonds, default 4 %, loss 100: each VaR 95 is 0, together 100 (own arithmetic on 2,500
        // states).
        double[] a = new double[2_500];
        double[] b = new double[2_500];
        for (int i = 0; i < 2_500; i++) {
            a[i] = i % 50 < 2 ? -100.0 : 0.0;
            b[i] = i / 50 < 2 ? -100.0 : 0.0;
        }
        PnlVector first = PnlVector.ofUnits("bonds", a);
        PnlVector second = PnlVector.ofUnits("bonds", b);

        TailRisk alone = TailRisk.of(first, ConfidenceLevel.P95);
        TailRisk together = TailRisk.of(first.plus(second), ConfidenceLevel.P95);

        assertThat(alone.valueAtRisk()).isZero();
        assertThat(together.valueAtRisk()).isEqualTo(100.0);
        assertThat(alone.expectedShortfall()).isCloseTo(80.0, within(1e-9));
        // Four states of 2,500 lose 200: (0.0016 * 200 + 0.0484 * 100) / 0.05 = 103.2.
        assertThat(together.expectedShortfall()).isCloseTo(103.2, within(1e-9));
    }

    @Test
    void parts_add_up_to_the_total_and_incremental_is_the_difference() {
        List<PnlVector> books = books(20, 1_000);
        PnlVector total = sum(books);
        for (QuantileConvention convention : QuantileConvention.values()) {
            TailRisk risk = TailRisk.of(total, ConfidenceLevel.P97_5, convention, ShortfallConvention.TAIL_WEIGHTED);
            double var = 0.0;
            double shortfall = 0.0;
            for (PnlVector book : books) {
                var += risk.componentValueAtRisk(book);
                shortfall += risk.componentShortfall(book);
            }

            assertThat(var).isCloseTo(risk.valueAtRisk(), within(1e-9));
            assertThat(shortfall).isCloseTo(risk.expectedShortfall(), within(1e-9));
        }
        TailRisk risk = TailRisk.of(total, ConfidenceLevel.P99);
        double smoothed = books.stream()
                .mapToDouble(book -> risk.smoothedComponentValueAtRisk(total, book, 10))
                .sum();
        assertThat(smoothed).isCloseTo(risk.valueAtRisk(), within(1e-9));
        assertThat(risk.smoothedComponentValueAtRisk(total, books.get(0), 0))
                .isCloseTo(risk.componentValueAtRisk(books.get(0)), within(1e-9));
        assertThat(risk.incrementalValueAtRisk(total, books.get(0)))
                .isEqualTo(risk.valueAtRisk()
                        - TailRisk.of(total.minus(books.get(0)), ConfidenceLevel.P99)
                                .valueAtRisk());
    }

    @Test
    void measures_are_homogeneous_translate_and_shortfall_is_at_least_var() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            double[] x = random.doubles(300 + round, -1e5, 1e5)
                    .map(v -> Math.rint(v))
                    .toArray();
            PnlVector base = PnlVector.ofUnits("c", x);
            PnlVector tripled =
                    PnlVector.ofUnits("c", Arrays.stream(x).map(v -> 3.0 * v).toArray());
            PnlVector richer =
                    PnlVector.ofUnits("c", Arrays.stream(x).map(v -> v + 500.0).toArray());
            TailRisk risk = TailRisk.of(base, ConfidenceLevel.P95);

            assertThat(TailRisk.of(tripled, ConfidenceLevel.P95).valueAtRisk()).isEqualTo(3.0 * risk.valueAtRisk());
            assertThat(TailRisk.of(richer, ConfidenceLevel.P95).expectedShortfall())
                    .isCloseTo(risk.expectedShortfall() - 500.0, within(1e-6));
            assertThat(risk.expectedShortfall()).isGreaterThanOrEqualTo(risk.valueAtRisk());
            assertThat(risk.interval().low()).isLessThanOrEqualTo(risk.valueAtRisk());
            assertThat(risk.interval().high()).isGreaterThanOrEqualTo(risk.valueAtRisk());
        }
    }

    @Test
    void a_normal_sample_gives_z_sigma_within_three_standard_errors() {
        int n = 100_000;
        double[] z = new double[n];
        new AddressableNormals(11).fill(0, 0, z, n);
        PnlVector pnl = PnlVector.ofUnits(
                "normal", Arrays.stream(z).map(x -> 1_000.0 * x).toArray());

        TailRisk var = TailRisk.of(pnl, ConfidenceLevel.P99);
        TailRisk shortfall = TailRisk.of(pnl, ConfidenceLevel.P97_5);

        // Standard errors 3.733 sigma / sqrt n of VaR 99 and 3.20 sigma / sqrt n of ES 97.5.
        assertThat(var.valueAtRisk()).isCloseTo(2326.348, within(3.0 * 3_733.0 / Math.sqrt(n)));
        assertThat(shortfall.expectedShortfall()).isCloseTo(2337.80, within(3.0 * 3_200.0 / Math.sqrt(n)));
        assertThat(shortfall.shortfallStandardError()).isCloseTo(3_200.0 / Math.sqrt(n), within(1.0));
        assertThat(var.interval().low()).isLessThan(2326.348);
        assertThat(var.interval().high()).isGreaterThan(2326.348);
    }

    @Test
    void an_empty_tail_one_scenario_and_foreign_slices_are_refused() {
        assertThatThrownBy(() -> TailRisk.of(PnlVector.zero("c", 1), ConfidenceLevel.P99))
                .isInstanceOf(RefusedInputException.class)
                .hasMessageContaining("beyond 0.99 of 1 scenarios is empty; at least 100 scenarios are needed");
        assertThatThrownBy(() -> TailRisk.of(PnlVector.zero("c", 39), ConfidenceLevel.P97_5))
                .hasMessageContaining("at least 40");
        TailRisk risk = TailRisk.of(shuffledLosses(500), ConfidenceLevel.P99);
        assertThatThrownBy(() -> risk.componentShortfall(PnlVector.zero("other", 500)))
                .hasMessageContaining("slice belongs to scenario cube other");
    }

    @Test
    void ties_fall_to_the_lower_scenario_index() {
        PnlVector flat = PnlVector.zero("flat", 100);

        assertThat(TailRisk.of(flat, ConfidenceLevel.P95).shortfallScenarios())
                .extracting(ScenarioWeight::scenario)
                .containsExactly(0, 1, 2, 3, 4);
    }

    private static double shortfall(PnlVector pnl, ShortfallConvention convention) {
        return TailRisk.of(pnl, ConfidenceLevel.P99, QuantileConvention.FLOOR_PLUS_ONE, convention)
                .expectedShortfall();
    }

    /** Losses 1 .. n in a scrambled order. */
    private static PnlVector shuffledLosses(int n) {
        return PnlVector.ofUnits(
                "losses",
                IntStream.range(0, n).mapToDouble(i -> -1.0 - (i * 7L) % n).toArray());
    }

    private static List<PnlVector> books(int count, int scenarios) {
        Random random = new Random(3);
        List<PnlVector> books = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            books.add(
                    PnlVector.ofUnits("c", random.doubles(scenarios, -1e6, 1e6).toArray()));
        }
        return books;
    }

    private static PnlVector sum(List<PnlVector> vectors) {
        return vectors.stream().reduce(PnlVector::plus).orElseThrow();
    }
}
