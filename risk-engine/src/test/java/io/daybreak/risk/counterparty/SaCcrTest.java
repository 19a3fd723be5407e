package io.daybreak.risk.counterparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked examples of BCBS 279 (March 2014, rev. April 2014), Annex 4a and 4b; thousands of USD. */
class SaCcrTest {
    private static final double HALF_UNIT = 0.5;

    private static final List<Trade> RATES = List.of(
            rate("1", "USD", 10_000, 0, 10, 10, 1.0),
            rate("2", "USD", 10_000, 0, 4, 4, -1.0),
            rate("3", "EUR", 5_000, 1, 11, 11, SupervisoryDelta.option(true, false, 0.06, 0.05, 1.0, 0.5, 0.0)));
    private static final List<Trade> CREDIT = List.of(
            credit("1", "FirmA", Supervisory.CREDIT_AA, 3, 1.0),
            credit("2", "FirmB", Supervisory.CREDIT_BBB, 6, -1.0),
            credit("3", "CDX.IG 5y", Supervisory.CREDIT_INDEX_INVESTMENT_GRADE, 5, 1.0));
    private static final List<Trade> COMMODITY = List.of(
            commodity("1", "Energy", "CrudeOil", Supervisory.COMMODITY_OIL_GAS, 10_000, 0.75, 1.0),
            commodity("2", "Energy", "CrudeOil", Supervisory.COMMODITY_OIL_GAS, 20_000, 2.0, -1.0),
            commodity("3", "Metals", "Silver", Supervisory.COMMODITY_METALS, 10_000, 5.0, 1.0));

    @Test
    void example_1_interest_rate_swaps_and_a_swaption() {
        NettingSet set = NettingSet.unmargined(RATES, 60.0, 0.0);

        assertThat(RATES.get(0).supervisoryDuration()).isCloseTo(7.87, within(0.005));
        assertThat(RATES.get(1).supervisoryDuration()).isCloseTo(3.63, within(0.005));
        assertThat(RATES.get(2).supervisoryDuration()).isCloseTo(7.49, within(0.005));
        assertThat(RATES.get(0).adjustedNotional()).isCloseTo(78_694, within(HALF_UNIT));
        assertThat(RATES.get(1).adjustedNotional()).isCloseTo(36_254, within(HALF_UNIT));
        assertThat(RATES.get(2).adjustedNotional()).isCloseTo(37_428, within(HALF_UNIT));
        assertThat(RATES.get(2).delta()).isCloseTo(-0.2693952177105327, within(1e-12));
        assertThat(set.addOn().step("D USD 2")).isCloseTo(-36_254, within(HALF_UNIT));
        assertThat(set.addOn().step("D USD 3")).isCloseTo(78_694, within(HALF_UNIT));
        // The paper multiplies by the delta as printed and gets -10,083; the chain gives -10,082.9.
        assertThat(set.addOn().step("D EUR 3")).isCloseTo(-10_083, within(HALF_UNIT));
        assertThat(set.addOn().step("EffNot USD")).isCloseTo(59_270, within(HALF_UNIT));
        assertThat(set.addOn().step("EffNot EUR")).isCloseTo(10_083, within(HALF_UNIT));
        assertThat(set.addOn().total()).isCloseTo(347, within(HALF_UNIT));
        assertThat(set.multiplier()).isEqualTo(1.0);
        assertThat(set.replacementCost()).isEqualTo(60.0);
        assertThat(Math.floor(set.exposureAtDefault())).isEqualTo(569.0);
        assertThat(set.exposureAtDefault()).isCloseTo(569.4701409373457, within(1e-9));
    }

    @Test
    void example_2_credit_default_swaps() {
        NettingSet set = NettingSet.unmargined(CREDIT, -20.0, 0.0);

        assertThat(CREDIT)
                .extracting(t -> Math.rint(t.adjustedNotional()))
                .containsExactly(27_858.0, 51_836.0, 44_240.0);
        assertThat(set.addOn().step("AddOn credit/FirmA")).isCloseTo(106, within(HALF_UNIT));
        assertThat(set.addOn().step("AddOn credit/FirmB")).isCloseTo(-280, within(HALF_UNIT));
        assertThat(set.addOn().step("AddOn credit/CDX.IG 5y")).isCloseTo(168, within(HALF_UNIT));
        assertThat(set.addOn().step("systematic credit")).isCloseTo(2_253, within(HALF_UNIT));
        assertThat(set.addOn().step("idiosyncratic credit")).isCloseTo(77_344, within(HALF_UNIT));
        assertThat(set.addOn().total()).isCloseTo(282, within(HALF_UNIT));
        assertThat(set.multiplier()).isCloseTo(0.965, within(5e-4));
        assertThat(set.replacementCost()).isZero();
        assertThat(set.exposureAtDefault()).isCloseTo(381, within(HALF_UNIT));
        assertThat(set.exposureAtDefault()).isCloseTo(381.23831874693917, within(1e-9));
    }

    @Test
    void example_3_commodity_forwards() {
        NettingSet set = NettingSet.unmargined(COMMODITY, 20.0, 0.0);

        assertThat(set.addOn().step("AddOn Energy/CrudeOil")).isCloseTo(-2_041, within(HALF_UNIT));
        assertThat(set.addOn().step("AddOn Energy")).isCloseTo(2_041, within(HALF_UNIT));
        assertThat(set.addOn().step("AddOn Metals")).isCloseTo(1_800, within(HALF_UNIT));
        assertThat(set.addOn().total()).isCloseTo(3_841, within(HALF_UNIT));
        assertThat(set.exposureAtDefault()).isCloseTo(5_406, within(HALF_UNIT));
        assertThat(set.exposureAtDefault()).isCloseTo(5405.615982463214, within(1e-9));
    }

    @Test
    void example_4_rates_and_credit_in_one_set() {
        NettingSet set = NettingSet.unmargined(joined(RATES, CREDIT), 40.0, 0.0);

        // BCBS 279 Annex 4a, example 4: add-on 629, EAD 936.
        assertThat(set.addOn().total()).isCloseTo(629, within(HALF_UNIT));
        assertThat(set.exposureAtDefault()).isCloseTo(936, within(1.0));
    }

    @Test
    void example_5_a_margined_set_of_rates_and_commodities() {
        // Weekly calls, so the period of risk is 10 + 5 - 1 = 14 days; TH 0, MTA 5, NICA 150, collateral 200.
        MarginAgreement agreement = new MarginAgreement(0, 5, 150, MarginAgreement.riskPeriod(10, 5, false));
        NettingSet set = NettingSet.margined(joined(RATES, COMMODITY), 80.0, 200.0, agreement);

        assertThat(agreement.riskPeriodBusinessDays()).isEqualTo(14.0);
        assertThat(set.replacementCost()).isZero();
        // BCBS 279 Annex 4a, example 5: multiplier 0.958, EAD 1,879.
        assertThat(set.multiplier()).isCloseTo(0.958, within(5e-4));
        assertThat(set.exposureAtDefault()).isCloseTo(1_879, within(1.0));
        assertThat(set.cappedAtUnmargined()).isFalse();
    }

    @Test
    void replacement_costs_of_annex_4b() {
        // V, C, TH, MTA, NICA and the replacement cost printed.
        double[][] examples = {
            {80, 90, 0, 1, 10, 0},
            {80, 79.5, 0, 1, 0, 1},
            {-50, -50, 0, 0, 0, 0},
            {-50, -60, 0, 0, -10, 10},
            {50, 80, 0, 0, 20, 0}
        };
        for (double[] e : examples) {
            assertThat(NettingSet.replacementCost(e[0], e[1], new MarginAgreement(e[2], e[3], e[4], 10)))
                    .isEqualTo(e[5]);
        }
    }

    @Test
    void supervisory_parameters_are_those_of_cre52_72() {
        double[][] table = {
            {0.005, 0, 0.5},
            {0.04, 0, 0.15},
            {0.0038, 0.5, 1},
            {0.0038, 0.5, 1},
            {0.0042, 0.5, 1},
            {0.0054, 0.5, 1},
            {0.0106, 0.5, 1},
            {0.016, 0.5, 1},
            {0.06, 0.5, 1},
            {0.0038, 0.8, 0.8},
            {0.0106, 0.8, 0.8},
            {0.32, 0.5, 1.2},
            {0.2, 0.8, 0.75},
            {0.4, 0.4, 1.5},
            {0.18, 0.4, 0.7},
            {0.18, 0.4, 0.7},
            {0.18, 0.4, 0.7},
            {0.18, 0.4, 0.7}
        };
        assertThat(Supervisory.values()).hasSize(table.length);
        for (Supervisory row : Supervisory.values()) {
            double[] expected = table[row.ordinal()];
            assertThat(new double[] {row.factor(), row.correlation(), row.optionVolatility()})
                    .as("%s", row)
                    .containsExactly(expected);
        }
    }

    @Test
    void instruments_of_cre52_32_have_their_durations() {
        // CRE52.32 Table 1: M, S, E; the supervisory duration follows from S and E.
        double[][] table = {
            {10, 0, 10}, {15, 5, 15}, {1, 0.5, 1}, {0.5, 0.5, 5.5}, {5.5, 0.5, 5.5}, {10, 1, 10}, {5, 0, 5}, {1, 1, 5}
        };
        for (double[] row : table) {
            Trade trade = rate("x", "USD", 1.0, row[1], row[2], row[0], 1.0);
            assertThat(trade.supervisoryDuration())
                    .isCloseTo(20.0 * (Math.exp(-0.05 * row[1]) - Math.exp(-0.05 * row[2])), within(1e-12));
            assertThat(trade.unmarginedMaturityFactor()).isEqualTo(Math.sqrt(Math.min(row[0], 1.0)));
        }
        assertThat(rate("short", "USD", 1.0, 0, 0.001, 0.001, 1.0).unmarginedMaturityFactor())
                .isEqualTo(0.2);
        assertThat(rate("short", "USD", 1.0, 0, 0.001, 0.001, 1.0).supervisoryDuration())
                .isEqualTo(0.04);
    }

    @Test
    void a_call_on_one_pair_is_a_put_on_the_flipped_pair() {
        double call = SupervisoryDelta.option(true, true, 1.1, 1.2, 0.5, 0.15, 0.0);
        double put = SupervisoryDelta.option(true, false, 1.1, 1.2, 0.5, 0.15, 0.0);

        assertThat(call - put).isCloseTo(1.0, within(1e-12));
        assertThat(SupervisoryDelta.option(false, true, 1.1, 1.2, 0.5, 0.15, 0.0))
                .isEqualTo(-call);
        assertThat(SupervisoryDelta.tranche(true, 0.0, 1.0)).isEqualTo(1.0);
        assertThat(SupervisoryDelta.tranche(false, 0.03, 0.07)).isCloseTo(-15.0 / (1.42 * 1.98), within(1e-12));
        assertThatThrownBy(() -> SupervisoryDelta.option(true, true, -0.001, 0.001, 1.0, 0.5, 0.0))
                .hasMessageContaining("needs a shift above 0.001");
    }

    @Test
    void a_margined_set_never_exceeds_the_same_set_without_margin() {
        MarginAgreement generous = new MarginAgreement(10_000, 0, 0, 10);

        NettingSet set = NettingSet.margined(RATES, 60.0, 0.0, generous);

        assertThat(set.cappedAtUnmargined()).isTrue();
        assertThat(set.exposureAtDefault())
                .isEqualTo(NettingSet.unmargined(RATES, 60.0, 0.0).exposureAtDefault());
    }

    @Test
    void basis_sets_count_half_and_volatility_sets_five_times() {
        Trade plain = rate("1", "USD", 1_000, 0, 5, 5, 1.0);
        Trade basis = new Trade("1", Supervisory.INTEREST_RATE, "USD", "", Trade.Kind.BASIS, 1_000, 0, 5, 5, 1.0);
        Trade vol = new Trade("1", Supervisory.INTEREST_RATE, "USD", "", Trade.Kind.VOLATILITY, 1_000, 0, 5, 5, 1.0);
        double standard = NettingSet.unmargined(List.of(plain), 0, 0).addOn().total();

        assertThat(NettingSet.unmargined(List.of(basis), 0, 0).addOn().total())
                .isCloseTo(0.5 * standard, within(1e-12));
        assertThat(NettingSet.unmargined(List.of(vol), 0, 0).addOn().total()).isCloseTo(5.0 * standard, within(1e-12));
        assertThat(NettingSet.unmargined(List.of(), 0, 0).exposureAtDefault()).isZero();
    }

    @Test
    void basic_cva_of_one_counterparty_is_its_stand_alone_figure() {
        BasicCva.Counterparty bank = new BasicCva.Counterparty(
                "bank",
                BasicCva.Sector.FINANCIAL.riskWeight(true),
                List.of(new BasicCva.Exposure(1_400, 2.0, true)),
                List.of());

        BasicCva cva = BasicCva.of(List.of(bank), List.of());

        // 5 % * 2 * 1,400 * (1 - exp(-0.1)) / 0.1 / 1.4 = 95.1626, times 0.65.
        assertThat(bank.standAlone()).isCloseTo(95.16258196404048, within(1e-9));
        assertThat(cva.reduced()).isCloseTo(95.16258196404048, within(1e-9));
        assertThat(cva.capital()).isCloseTo(0.65 * 95.16258196404048, within(1e-9));
    }

    @Test
    void a_direct_hedge_leaves_a_quarter_of_the_reduced_figure_and_a_proxy_leaves_more() {
        BasicCva.Exposure exposure = new BasicCva.Exposure(1_400, 2.0, true);
        BasicCva.SingleNameHedge direct = new BasicCva.SingleNameHedge(0.05, 2.0, 1_000, 1.0);
        BasicCva.SingleNameHedge proxy = new BasicCva.SingleNameHedge(0.05, 2.0, 1_000, 0.8);

        BasicCva perfect = BasicCva.of(
                List.of(new BasicCva.Counterparty("c", 0.05, List.of(exposure), List.of(direct))), List.of());
        BasicCva nearly = BasicCva.of(
                List.of(new BasicCva.Counterparty("c", 0.05, List.of(exposure), List.of(proxy))), List.of());

        assertThat(perfect.hedged()).isCloseTo(0.0, within(1e-9));
        assertThat(perfect.capital()).isCloseTo(0.65 * 0.25 * perfect.reduced(), within(1e-9));
        // K_hedged = SCVA * sqrt(0.04 + 0.36) with correlation 0.8.
        assertThat(nearly.hedged()).isCloseTo(nearly.reduced() * Math.sqrt(0.4), within(1e-9));
    }

    private static List<Trade> joined(List<Trade> a, List<Trade> b) {
        List<Trade> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static Trade rate(
            String id, String currency, double notional, double start, double end, double maturity, double delta) {
        return new Trade(
                id,
                Supervisory.INTEREST_RATE,
                currency,
                "",
                Trade.Kind.STANDARD,
                notional,
                start,
                end,
                maturity,
                delta);
    }

    private static Trade credit(String id, String name, Supervisory row, double years, double delta) {
        return new Trade(id, row, "", name, Trade.Kind.STANDARD, 10_000, 0, years, years, delta);
    }

    private static Trade commodity(
            String id, String set, String type, Supervisory row, double notional, double years, double delta) {
        return new Trade(id, row, set, type, Trade.Kind.STANDARD, notional, 0, 0, years, delta);
    }
}
