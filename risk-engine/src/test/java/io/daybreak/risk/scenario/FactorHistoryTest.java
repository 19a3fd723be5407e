package io.daybreak.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.RefusedInputException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactorHistoryTest {
    private static final double NAN = Double.NaN;

    @Test
    void a_negative_oil_price_is_refused_under_log_moves_and_welcome_under_absolute_ones() {
        // WTI closed at -36.98 on 2020-04-20.
        double[][] levels = {{18.31, -36.98, 8.91}};

        assertThatThrownBy(() -> history(ShiftType.LOG, levels))
                .isInstanceOf(RefusedInputException.class)
                .hasMessageContaining("WTI on 2020-04-20 is -36.98; LOG moves need a finite level above 0.0");
        assertThatThrownBy(() -> history(ShiftType.RELATIVE, levels)).hasMessageContaining("-36.98");
        assertThat(history(ShiftType.ABSOLUTE, levels).moves(1)[0])
                .containsExactly(new double[] {-55.29, 45.89}, within(1e-12));
    }

    @Test
    void moves_and_levels_are_inverse_for_every_shift_type() {
        for (ShiftType type : ShiftType.values()) {
            double displacement = type == ShiftType.SHIFTED_LOG ? 50.0 : 0.0;
            double move = type.move(18.31, 8.91, displacement);

            assertThat(type.apply(18.31, move, displacement)).isCloseTo(8.91, within(1e-12));
        }
    }

    @Test
    void a_gap_yields_no_move_instead_of_a_zero_and_a_jump() {
        FactorHistory history = history(ShiftType.ABSOLUTE, new double[][] {{1.0, NAN, 4.0}});

        assertThat(history.moves(1)[0]).containsExactly(NAN, NAN);
        assertThat(history.moves(2)[0]).containsExactly(3.0);
    }

    @Test
    void a_stale_series_is_marked_missing_from_the_allowed_repeat_on() {
        RiskFactor factor = RiskFactor.of("X", RiskClass.EQUITY, ShiftType.LOG);
        FactorHistory history = FactorHistory.of(
                FactorSet.of(List.of(factor)), dates(7), new double[][] {{5.0, 5.0, 5.0, 5.0, 5.0, 6.0, 6.0}});

        FactorHistory marked = history.withStaleMarkedMissing(2);

        assertThat(IntStream.range(0, 7).mapToDouble(d -> marked.level(0, d)))
                .containsExactly(5.0, 5.0, 5.0, NAN, NAN, 6.0, 6.0);
        assertThat(history.quality().get(0)).isEqualTo(new FactorHistory.SeriesQuality("X", 7, 0, 5, 5.0 / 6.0));
        assertThat(marked.quality().get(0).missing()).isEqualTo(2);
    }

    @Test
    void incomplete_dates_are_refused_or_dropped_as_asked() {
        FactorHistory history = history(ShiftType.ABSOLUTE, new double[][] {{1.0, 2.0, NAN}});

        assertThatThrownBy(() -> HistoricalScenarios.of(history, 1, HistoricalScenarios.Incomplete.REFUSE))
                .hasMessageContaining("WTI has no move from 2020-04-20 to 2020-04-21");
        HistoricalScenarios dropped = HistoricalScenarios.of(history, 1, HistoricalScenarios.Incomplete.DROP_DATE);
        assertThat(dropped.count()).isEqualTo(1);
        assertThat(dropped.label(0)).isEqualTo("2020-04-17..2020-04-20");
    }

    @Test
    void unknown_factors_repeated_ids_and_unordered_dates_are_refused() {
        RiskFactor factor = RiskFactor.of("X", RiskClass.EQUITY, ShiftType.LOG);
        FactorSet set = FactorSet.of(List.of(factor));

        assertThatThrownBy(() -> set.indexOf("Y")).hasMessageContaining("Y is not among the 1 factors");
        assertThatThrownBy(() -> FactorSet.of(List.of(factor, factor))).hasMessageContaining("appears twice");
        assertThatThrownBy(() -> FactorHistory.of(
                        set, List.of(LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 2)), new double[][] {{1, 2}}))
                .hasMessageContaining("dates must ascend");
    }

    @Test
    void filtered_scenarios_carry_today_s_volatility() {
        // Calm first half, three times as wild second half: filtered early moves must be scaled up.
        int n = 400;
        AddressableNormals normals = new AddressableNormals(9);
        double[] level = new double[n];
        level[0] = 100.0;
        for (int d = 1; d < n; d++) {
            level[d] = level[d - 1] + (d < n / 2 ? 1.0 : 3.0) * normals.at(0, d);
        }
        RiskFactor factor = RiskFactor.of("X", RiskClass.INTEREST_RATE, ShiftType.ABSOLUTE);
        FactorHistory history = FactorHistory.of(FactorSet.of(List.of(factor)), dates(n), new double[][] {level});

        HistoricalScenarios filtered =
                HistoricalScenarios.filtered(history, 0.94, 20, HistoricalScenarios.Incomplete.REFUSE);

        ScenarioTile tile = new ScenarioTile(history.factors(), filtered.count());
        filtered.fill(tile, 0, filtered.count());
        double early = deviation(tile.row(0), 0, 150);
        double late = deviation(tile.row(0), 220, filtered.count());
        assertThat(early / late).isBetween(0.8, 1.25);
        assertThat(late).isBetween(2.0, 4.5);
    }

    private static double deviation(double[] x, int from, int to) {
        double sum = 0.0;
        for (int i = from; i < to; i++) {
            sum += x[i] * x[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    private static FactorHistory history(ShiftType type, double[][] levels) {
        RiskFactor factor = RiskFactor.of("WTI", RiskClass.COMMODITY, type);
        return FactorHistory.of(
                FactorSet.of(List.of(factor)),
                List.of(LocalDate.of(2020, 4, 17), LocalDate.of(2020, 4, 20), LocalDate.of(2020, 4, 21)),
                levels);
    }

    private static List<LocalDate> dates(int count) {
        return IntStream.range(0, count)
                .mapToObj(d -> LocalDate.of(2020, 1, 1).plusDays(d))
                .toList();
    }
}
