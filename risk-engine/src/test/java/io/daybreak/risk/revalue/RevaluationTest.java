package io.daybreak.risk.revalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.revalue.EuropeanOption.OptionType;
import io.daybreak.risk.revalue.OptionPosition.Exercise;
import io.daybreak.risk.scenario.FactorModel;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.MonteCarloScenarios;
import io.daybreak.risk.scenario.MonteCarloSettings;
import io.daybreak.risk.scenario.RiskClass;
import io.daybreak.risk.scenario.RiskFactor;
import io.daybreak.risk.scenario.ScenarioTile;
import io.daybreak.risk.scenario.ShiftType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RevaluationTest {
    private static final int FACTORS = 11;
    private static final FactorSet SET = factors();
    private static final MonteCarloScenarios CUBE = cube();

    @Test
    void netted_and_unnetted_revaluation_agree() {
        Random random = new Random(2);
        NettedBook netted = new NettedBook(SET);
        double[] naive = new double[CUBE.count()];
        double[][] moves = moves();
        for (int p = 0; p < 2_000; p++) {
            int factor = random.nextInt(FACTORS);
            double delta = random.nextGaussian() * 1e5;
            double gamma = random.nextGaussian() * 1e5;
            netted.add(factor, delta, gamma);
            for (int i = 0; i < naive.length; i++) {
                double x = moves[factor][i];
                naive[i] += delta * x + 0.5 * gamma * x * x;
            }
        }

        PnlVector vector = revaluation(512).pnl(new Book("b", netted, new OptionBook(SET), new CashFlowBook(SET)));

        for (int i = 0; i < naive.length; i++) {
            assertThat(vector.units(i)).isCloseTo(naive[i], within(1e-3));
        }
    }

    @Test
    void positions_split_over_any_number_of_tasks_in_any_order_give_identical_bits() {
        Random random = new Random(3);
        List<double[]> positions = new ArrayList<>();
        for (int p = 0; p < 640; p++) {
            positions.add(
                    new double[] {random.nextInt(FACTORS), random.nextGaussian() * 1e7, random.nextGaussian() * 1e6});
        }
        PnlVector expected = revaluation(512).pnl(netted(positions, 1));

        for (int workers = 2; workers <= 64; workers *= 2) {
            Collections.shuffle(positions, random);
            Book merged = netted(positions, workers);
            assertThat(revaluation(17 * workers).pnl(merged)).isEqualTo(expected);
        }
    }

    @Test
    void the_kernel_gives_the_same_digits_as_one_term_at_a_time() {
        Book book = netted(List.of(new double[] {0, 1e6, 2e6}, new double[] {3, -5e5, 0}, new double[] {10, 1, 1}), 1);
        PnlVector vector = revaluation(64).pnl(book);
        double[][] moves = moves();

        for (int i = 0; i < CUBE.count(); i++) {
            double[] x = new double[FACTORS];
            for (int f = 0; f < FACTORS; f++) {
                x[f] = moves[f][i];
            }
            assertThat(vector.units(i)).isCloseTo(book.pnl(x), within(5.1e-5));
        }
    }

    @Test
    void price_grids_come_close_to_full_revaluation_and_the_tail_is_exact() {
        Book book = Book.empty("options", SET);
        for (double strike = 80.0; strike <= 120.0; strike += 2.5) {
            for (OptionType type : OptionType.values()) {
                book.options().add(option(type, strike, 0.3), type == OptionType.CALL ? -1_000.0 : 700.0);
            }
        }
        PnlVector full = new Revaluation(CUBE, GridSettings.fullRevaluation()).pnl(book);
        Revaluation gridded = new Revaluation(CUBE, GridSettings.standard());
        PnlVector grid = gridded.pnl(book);

        long[] sorted = full.toQuanta();
        java.util.Arrays.sort(sorted);
        double scale = -Quantum.toUnits(sorted[0]);
        assertThat(gridded.greatestTailCorrection()).isPositive().isLessThan(0.003 * scale);
        for (int i = 0; i < CUBE.count(); i++) {
            assertThat(grid.units(i)).isCloseTo(full.units(i), within(0.003 * scale));
            if (full.quanta(i) <= sorted[CUBE.count() / 100]) {
                assertThat(grid.quanta(i)).isEqualTo(full.quanta(i));
            }
        }
    }

    @Test
    void equal_contracts_are_netted_and_cancel() {
        Book book = Book.empty("flat", SET);
        book.options().add(option(OptionType.CALL, 100.0, 1.0), 250.0);
        book.options().add(option(OptionType.CALL, 100.0, 1.0), -250.0);

        assertThat(book.options().contracts()).isEqualTo(1);
        assertThat(new BookValuation(book).isExposedTo(0)).isFalse();
        assertThat(revaluation(512).pnl(book)).isEqualTo(PnlVector.zero(CUBE.identity(), CUBE.count()));
    }

    @Test
    void books_share_a_call_without_touching_each_other() {
        Book a = netted(List.<double[]>of(new double[] {0, 1e6, 0}), 1);
        Book b = Book.empty("other", SET);
        b.netted().add(1, 5e5, 0);

        Map<String, PnlVector> together = revaluation(100).pnl(List.of(a, b));

        assertThat(together.get("book")).isEqualTo(revaluation(100).pnl(a));
        assertThat(together.get("other")).isEqualTo(revaluation(100).pnl(b));
        assertThatThrownBy(() -> revaluation(100).pnl(List.of(a, a))).hasMessageContaining("listed twice");
    }

    @Test
    void a_holding_under_log_moves_carries_the_second_order_of_the_exponential() {
        NettedBook book = new NettedBook(SET);
        book.addHolding(0, 10.0, 100.0);

        assertThat(book.delta(0)).isEqualTo(1_000.0);
        assertThat(book.contribution(0, 0.05)).isCloseTo(1_000.0 * (Math.exp(0.05) - 1.0), within(0.03));
        assertThatThrownBy(() -> book.addHolding(0, 10.0, -1.0)).hasMessageContaining("F0 today is -1.0");
    }

    @Test
    void a_foreign_holding_is_converted_with_the_scenario_s_own_rate() {
        // Asset under log moves, quoted at 50; rate under log moves at 1.2: P&L is 10 (S' X' - S X) to second order.
        Book book = Book.empty("foreign", SET);
        book.netted().addForeignHolding(2, 50.0, 3, 1.2, 10.0);
        double[] moves = new double[FACTORS];
        moves[2] = -0.03;
        moves[3] = 0.02;

        double exact = 600.0 * (Math.exp(-0.03 + 0.02) - 1.0);
        double withTodaysRate = 600.0 * (Math.exp(-0.03) - 1.0);
        assertThat(book.pnl(moves)).isCloseTo(exact, within(0.006));
        assertThat(Math.abs(book.pnl(moves) - withTodaysRate)).isGreaterThan(10.0);
        assertThat(book.netted().positions()).isEqualTo(1);
        PnlVector vector = revaluation(100).pnl(book);
        double[][] cube = moves();
        for (int i = 0; i < CUBE.count(); i++) {
            moves[2] = cube[2][i];
            moves[3] = cube[3][i];
            assertThat(vector.units(i)).isCloseTo(book.netted().pnl(moves), within(1e-4));
        }
        assertThatThrownBy(() -> book.netted().addCrossGamma(2, 2, 1.0)).hasMessageContaining("with itself");
    }

    private static Book netted(List<double[]> positions, int workers) {
        List<Book> partial = new ArrayList<>();
        for (int w = 0; w < workers; w++) {
            Book book = Book.empty("book", SET);
            for (int p = w; p < positions.size(); p += workers) {
                double[] position = positions.get(p);
                book.netted().add((int) position[0], position[1], position[2]);
            }
            partial.add(book);
        }
        Book merged = Book.empty("book", SET);
        partial.forEach(merged::merge);
        return merged;
    }

    private static OptionPosition option(OptionType type, double strike, double years) {
        return new OptionPosition(
                new EuropeanOption(type, strike, years),
                Exercise.EUROPEAN,
                0,
                1,
                new BlackScholes.Market(100.0, 0.02, 0.0, 0.2));
    }

    private static Revaluation revaluation(int width) {
        return new Revaluation(CUBE, GridSettings.standard(), width);
    }

    private static double[][] moves() {
        ScenarioTile tile = new ScenarioTile(SET, CUBE.count());
        CUBE.fill(tile, 0, CUBE.count());
        double[][] moves = new double[FACTORS][];
        for (int f = 0; f < FACTORS; f++) {
            moves[f] = tile.row(f).clone();
        }
        return moves;
    }

    private static MonteCarloScenarios cube() {
        double[] volatilities = new double[FACTORS];
        double[][] correlation = new double[FACTORS][FACTORS];
        for (int i = 0; i < FACTORS; i++) {
            volatilities[i] = 0.02;
            for (int j = 0; j < FACTORS; j++) {
                correlation[i][j] = i == j ? 1.0 : 0.3;
            }
        }
        return new MonteCarloScenarios(
                FactorModel.of(SET, volatilities, correlation, 0), MonteCarloSettings.studentT(5, 3_000, 5.0));
    }

    private static FactorSet factors() {
        List<RiskFactor> factors = new ArrayList<>();
        for (int f = 0; f < FACTORS; f++) {
            ShiftType type = f == 1 ? ShiftType.ABSOLUTE : ShiftType.LOG;
            factors.add(RiskFactor.of("F" + f, f == 1 ? RiskClass.VOLATILITY : RiskClass.EQUITY, type));
        }
        return FactorSet.of(factors);
    }
}
