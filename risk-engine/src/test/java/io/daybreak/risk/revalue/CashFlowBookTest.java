package io.daybreak.risk.revalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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

class CashFlowBookTest {
    private static final FactorSet SET = FactorSet.of(List.of(
            RiskFactor.of("IR/USD/1Y", RiskClass.INTEREST_RATE, ShiftType.ABSOLUTE),
            RiskFactor.of("IR/USD/10Y", RiskClass.INTEREST_RATE, ShiftType.ABSOLUTE),
            RiskFactor.of("IR/EUR/5Y", RiskClass.INTEREST_RATE, ShiftType.ABSOLUTE),
            RiskFactor.of("FX/EUR", RiskClass.FX, ShiftType.LOG)));
    private static final DiscountCurve USD =
            new DiscountCurve("USD", new int[] {0, 1}, new double[] {1, 10}, new double[] {0.03, 0.048}, -1, 1.0);
    private static final DiscountCurve EUR =
            new DiscountCurve("EUR", new int[] {2}, new double[] {5}, new double[] {0.02}, 3, 1.1);

    @Test
    void zero_rates_are_linear_between_nodes_and_flat_beyond() {
        assertThat(USD.discount(0.5)).isCloseTo(Math.exp(-0.03 * 0.5), within(1e-15));
        assertThat(USD.discount(5.5)).isCloseTo(Math.exp(-0.039 * 5.5), within(1e-15));
        assertThat(USD.discount(10.0)).isCloseTo(Math.exp(-0.48), within(1e-15));
        assertThat(USD.discount(30.0)).isCloseTo(Math.exp(-0.048 * 30), within(1e-15));
    }

    @Test
    void a_bond_is_worth_its_discounted_coupons_and_notional() {
        CashFlowBook book = new CashFlowBook(SET);

        book.addBond(USD, 1_000_000.0, 0.05, 2, 0.5, 6);

        double expected = 0.0;
        for (int i = 1; i <= 6; i++) {
            double t = 0.5 * i;
            double z = t <= 1 ? 0.03 : 0.03 + 0.018 * (t - 1) / 9;
            expected += (25_000.0 + (i == 6 ? 1_000_000.0 : 0.0)) * Math.exp(-z * t);
        }
        assertThat(book.value()).isCloseTo(expected, within(1e-6));
        assertThat(book.dates()).isEqualTo(6);
    }

    @Test
    void a_swap_at_the_par_rate_is_worth_nothing() {
        double annuity = 0.0;
        for (int i = 1; i <= 5; i++) {
            annuity += EUR.discount(i);
        }
        double par = (1.0 - EUR.discount(5.0)) / annuity;
        double firstForward = 1.0 / EUR.discount(1.0) - 1.0;
        CashFlowBook book = new CashFlowBook(SET);

        book.addSwap(EUR, 10_000_000.0, par, 1, 1.0, 5, firstForward);

        assertThat(book.value()).isCloseTo(0.0, within(1e-2));
    }

    @Test
    void the_swap_of_hull_s_example_is_worth_half_a_million_by_bonds_and_by_forwards() {
        // J. C. Hull, Options, Futures, and Other Derivatives (8th ed.), example 7.2: 3 % paid half-yearly on USD 100
        // million for 1.25 years, last fixing 2.9 %; fixed bond 100.2306, floating bond 100.7423, swap 0.5117 million.
        DiscountCurve libor = new DiscountCurve(
                "USD",
                new int[] {0, 1, 2},
                new double[] {0.25, 0.75, 1.25},
                new double[] {0.028, 0.032, 0.034},
                -1,
                1.0);
        CashFlowBook fixed = new CashFlowBook(SET);
        fixed.addBond(libor, 100.0, 0.03, 2, 0.25, 3);
        CashFlowBook byBonds = new CashFlowBook(SET);
        byBonds.addSwap(libor, 100.0, 0.03, 2, 0.25, 3, 0.029);
        CashFlowBook byForwards = new CashFlowBook(SET);
        byForwards.addSwap(libor, libor, 100.0, 0.03, 2, 0.25, 3, 0.029, 0.0);

        assertThat(fixed.value()).isCloseTo(100.2306, within(1e-4));
        assertThat(byBonds.value()).isCloseTo(0.5117, within(1e-4));
        assertThat(byForwards.value()).isCloseTo(byBonds.value(), within(1e-9));
    }

    @Test
    void a_floating_coupon_is_projected_on_one_curve_and_discounted_on_the_other() {
        DiscountCurve overnight =
                new DiscountCurve("USD", new int[] {0}, new double[] {1}, new double[] {0.02}, -1, 1.0);
        DiscountCurve threeMonths =
                new DiscountCurve("USD", new int[] {1}, new double[] {1}, new double[] {0.03}, -1, 1.0);
        CashFlowBook book = new CashFlowBook(SET);

        book.addFloatingCoupon(overnight, threeMonths, 1e6, 1.0, 1.25);

        double growth = Math.exp(0.03 * 0.25) - 1.0;
        assertThat(book.value()).isCloseTo(1e6 * growth * Math.exp(-0.02 * 1.25), within(1e-6));
        BookValuation valuation = new BookValuation(new Book("swaps", new NettedBook(SET), new OptionBook(SET), book));
        double risen = 1e6 * (Math.exp(0.04 * 0.25) - 1.0) * Math.exp(-0.02 * 1.25);
        assertThat(valuation.pnlOfOne(1, 0.01)).isCloseTo(risen - book.value(), within(1e-6));
        assertThat(valuation.isExposedTo(0)).isTrue();
        assertThat(valuation.isExposedTo(2)).isFalse();
        CashFlowBook twice = new CashFlowBook(SET);
        twice.merge(book);
        twice.merge(book);
        assertThat(twice.value()).isCloseTo(2 * book.value(), within(1e-9));
        assertThat(twice.dates()).isEqualTo(1);
        assertThatThrownBy(() -> book.addFloatingCoupon(EUR, USD, 1.0, 0.0, 1.0))
                .hasMessageContaining("projected in USD and discounted in EUR");
    }

    @Test
    void a_forward_at_covered_parity_is_worth_nothing_and_reacts_to_rate_and_currency() {
        double forward = 1.1 * EUR.discount(2.0) / USD.discount(2.0);
        Book book = Book.empty("fx", SET);
        book.cashFlows().addExchangeForward(EUR, 1_000_000.0, USD, 1_000_000.0 * forward, 2.0);

        assertThat(book.cashFlows().value()).isCloseTo(0.0, within(1e-3));
        double[] moves = {0.0, 0.0, 0.0, Math.log(1.05)};
        assertThat(book.pnl(moves)).isCloseTo(0.05 * 1.1e6 * EUR.discount(2.0), within(1e-3));
        assertThat(new BookValuation(book).isExposedTo(3)).isTrue();
        assertThat(new BookValuation(book).pnlOfOne(3, Math.log(1.05))).isCloseTo(book.pnl(moves), within(1e-9));
    }

    @Test
    void profit_in_a_foreign_currency_is_converted_with_the_scenario_s_own_rate() {
        Book book = Book.empty("eur bond", SET);
        book.cashFlows().add(EUR, 5.0, 1_000_000.0);
        double[] moves = {0.0, 0.0, 0.01, Math.log(0.9)};

        double before = 1_000_000.0 * Math.exp(-0.02 * 5);
        double after = 1_000_000.0 * Math.exp(-0.03 * 5);

        // With today's rate instead the loss would be 1.1 (after - before): the currency's part would be missing.
        assertThat(book.pnl(moves)).isCloseTo(after * 0.99 - before * 1.1, within(1e-6));
    }

    @Test
    void revaluation_over_a_cube_equals_revaluation_one_by_one() {
        Book book = Book.empty("mixed", SET);
        book.cashFlows().addBond(EUR, 2_000_000.0, 0.03, 1, 1.0, 7);
        book.cashFlows().addSwap(USD, 5_000_000.0, 0.04, 2, 0.25, 12, 0.03);
        book.netted().add(1, -1_000_000.0, 0.0);
        double[][] rho = {{1, 0.8, 0.5, 0}, {0.8, 1, 0.6, 0}, {0.5, 0.6, 1, 0.2}, {0, 0, 0.2, 1}};
        MonteCarloScenarios cube = new MonteCarloScenarios(
                FactorModel.of(SET, new double[] {0.001, 0.0012, 0.001, 0.006}, rho, 0),
                MonteCarloSettings.normal(1, 400));

        PnlVector vector = new Revaluation(cube, GridSettings.standard(), 37).pnl(book);

        ScenarioTile tile = new ScenarioTile(SET, 400);
        cube.fill(tile, 0, 400);
        for (int i = 0; i < 400; i++) {
            double[] x = {tile.row(0)[i], tile.row(1)[i], tile.row(2)[i], tile.row(3)[i]};
            assertThat(vector.units(i)).isCloseTo(book.pnl(x), within(2e-4));
        }
    }

    @Test
    void partial_books_merge_to_the_same_bits_and_netted_flows_cancel() {
        CashFlowBook a = new CashFlowBook(SET);
        CashFlowBook b = new CashFlowBook(SET);
        a.add(USD, 1.0, 100.0);
        b.add(USD, 1.0, -100.0);
        a.merge(b);

        assertThat(a.value()).isZero();
        assertThat(a.dates()).isEqualTo(1);
    }

    @Test
    void curves_that_cannot_be_are_refused() {
        assertThatThrownBy(
                        () -> new DiscountCurve("USD", new int[] {0, 1}, new double[] {2, 1}, new double[2], -1, 1.0))
                .hasMessageContaining("curve node 1 of USD is at 1.0");
        assertThatThrownBy(() -> new DiscountCurve("GBP", new int[] {0}, new double[] {2}, new double[1], -1, 1.3))
                .hasMessageContaining("GBP has exchange rate 1.3 and no factor");
        DiscountCurve wrong = new DiscountCurve("GBP", new int[] {0}, new double[] {2}, new double[1], 1, 1.3);
        assertThatThrownBy(() -> new CashFlowBook(SET).add(wrong, 1.0, 1.0)).hasMessageContaining("not an FX factor");
    }
}
