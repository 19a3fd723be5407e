package io.daybreak.risk.revalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.revalue.BlackScholes.Market;
import io.daybreak.risk.revalue.EuropeanOption.OptionType;
import io.daybreak.risk.scenario.FactorModel;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.MonteCarloScenarios;
import io.daybreak.risk.scenario.MonteCarloSettings;
import io.daybreak.risk.scenario.RiskClass;
import io.daybreak.risk.scenario.RiskFactor;
import io.daybreak.risk.scenario.ScenarioTile;
import io.daybreak.risk.scenario.ShiftType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options in another currency than the reporting one: {@code q (V' X' - V X)}. */
class ForeignOptionTest {
    private static final FactorSet SET = FactorSet.of(List.of(
            RiskFactor.of("EQ/US", RiskClass.EQUITY, ShiftType.LOG),
            RiskFactor.of("VOL/US", RiskClass.VOLATILITY, ShiftType.LOG),
            RiskFactor.of("FX/USD", RiskClass.FX, ShiftType.LOG)));
    private static final MonteCarloScenarios CUBE = new MonteCarloScenarios(
            FactorModel.of(
                    SET,
                    new double[] {0.02, 0.05, 0.01},
                    new double[][] {{1, -0.5, -0.3}, {-0.5, 1, 0.1}, {-0.3, 0.1, 1}},
                    0),
            MonteCarloSettings.normal(11, 500));
    private static final Market TODAY = new Market(100.0, 0.03, 0.01, 0.25);
    private static final double RATE = 0.9;
    private static final EuropeanOption CALL = new EuropeanOption(OptionType.CALL, 105.0, 0.5);
    private static final double QUANTITY = 1_000.0;

    @Test
    void profit_is_the_converted_value_after_less_the_converted_value_before() {
        Book book = book();
        PnlVector full = new Revaluation(CUBE, GridSettings.fullRevaluation()).pnl(book);
        PnlVector grid = new Revaluation(CUBE, GridSettings.standard()).pnl(book);
        ScenarioTile tile = new ScenarioTile(SET, 500);
        CUBE.fill(tile, 0, 500);

        for (int i = 0; i < 500; i++) {
            double[] moves = {tile.row(0)[i], tile.row(1)[i], tile.row(2)[i]};
            assertThat(full.units(i)).isCloseTo(expected(moves), within(1e-4));
            assertThat(grid.units(i)).isCloseTo(full.units(i), within(20.0));
            assertThat(book.pnl(moves)).isCloseTo(expected(moves), within(1e-8));
        }
    }

    @Test
    void the_currency_alone_moves_what_is_held() {
        BookValuation valuation = new BookValuation(book());

        assertThat(valuation.isExposedTo(2)).isTrue();
        assertThat(valuation.pnlOfOne(2, 0.02)).isCloseTo(expected(new double[] {0, 0, 0.02}), within(1e-8));
        assertThat(valuation.pnlOfOne(0, -0.1)).isCloseTo(expected(new double[] {-0.1, 0, 0}), within(1e-8));
    }

    @Test
    void the_same_contract_in_two_currencies_is_two_contracts() {
        Book book = book();
        book.options().add(new OptionPosition(CALL, OptionPosition.Exercise.EUROPEAN, 0, 1, TODAY), -QUANTITY);

        assertThat(book.options().contracts()).isEqualTo(2);
        double[] moves = {0.05, 0.1, -0.03};
        double local = QUANTITY * (value(moves) - BlackScholes.price(CALL, TODAY));
        assertThat(book.pnl(moves)).isCloseTo(expected(moves) - local, within(1e-8));
    }

    @Test
    void a_rate_without_a_factor_and_a_factor_that_is_no_rate_are_refused() {
        assertThatThrownBy(() -> new OptionPosition(CALL, OptionPosition.Exercise.EUROPEAN, 0, 1, TODAY, -1, RATE))
                .hasMessageContaining("exchange rate 0.9 and no factor");
        OptionPosition followsEquity = new OptionPosition(CALL, OptionPosition.Exercise.EUROPEAN, 0, 1, TODAY, 0, RATE);
        assertThatThrownBy(() -> new OptionBook(SET).add(followsEquity, 1.0))
                .hasMessageContaining("follows factor 0, which is not an FX factor");
    }

    private static Book book() {
        Book book = Book.empty("foreign", SET);
        book.options().add(new OptionPosition(CALL, OptionPosition.Exercise.EUROPEAN, 0, 1, TODAY, 2, RATE), QUANTITY);
        return book;
    }

    private static double value(double[] moves) {
        return BlackScholes.price(CALL, new Market(100.0 * Math.exp(moves[0]), 0.03, 0.01, 0.25 * Math.exp(moves[1])));
    }

    private static double expected(double[] moves) {
        return QUANTITY * (value(moves) * RATE * Math.exp(moves[2]) - BlackScholes.price(CALL, TODAY) * RATE);
    }
}
