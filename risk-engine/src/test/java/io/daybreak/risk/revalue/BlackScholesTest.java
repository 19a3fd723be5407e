package io.daybreak.risk.revalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.revalue.BlackScholes.Greeks;
import io.daybreak.risk.revalue.BlackScholes.Market;
import io.daybreak.risk.revalue.EuropeanOption.OptionType;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class BlackScholesTest {
    /**
     * European prices printed in E. G. Haug, The Complete Guide to Option Pricing Formulas (1998), as in QuantLib's
     * test-suite/europeanoption.cpp. Columns: type, strike, spot, yield, rate, years, vol, price.
     */
    private static final String[] HAUG = {
        "C 65.00 60.00 0.00 0.08 0.25 0.30 2.1334",
        "P 95.00 100.00 0.05 0.10 0.50 0.20 2.4648",
        "P 19.00 19.00 0.10 0.10 0.75 0.28 1.7011",
        "C 19.00 19.00 0.10 0.10 0.75 0.28 1.7011",
        "C 1.60 1.56 0.08 0.06 0.50 0.12 0.0291",
        "P 70.00 75.00 0.05 0.10 0.50 0.35 4.0870",
        "C 100.00 90.00 0.10 0.10 0.10 0.15 0.0205",
        "C 100.00 100.00 0.10 0.10 0.10 0.15 1.8734",
        "C 100.00 110.00 0.10 0.10 0.10 0.15 9.9413",
        "C 100.00 90.00 0.10 0.10 0.10 0.25 0.3150",
        "C 100.00 100.00 0.10 0.10 0.10 0.25 3.1217",
        "C 100.00 110.00 0.10 0.10 0.10 0.25 10.3556",
        "C 100.00 90.00 0.10 0.10 0.10 0.35 0.9474",
        "C 100.00 100.00 0.10 0.10 0.10 0.35 4.3693",
        "C 100.00 110.00 0.10 0.10 0.10 0.35 11.1381",
        "C 100.00 90.00 0.10 0.10 0.50 0.15 0.8069",
        "C 100.00 100.00 0.10 0.10 0.50 0.15 4.0232",
        "C 100.00 110.00 0.10 0.10 0.50 0.15 10.5769",
        "C 100.00 90.00 0.10 0.10 0.50 0.25 2.7026",
        "C 100.00 100.00 0.10 0.10 0.50 0.25 6.6997",
        "C 100.00 110.00 0.10 0.10 0.50 0.25 12.7857",
        "C 100.00 90.00 0.10 0.10 0.50 0.35 4.9329",
        "C 100.00 100.00 0.10 0.10 0.50 0.35 9.3679",
        "C 100.00 110.00 0.10 0.10 0.50 0.35 15.3086",
        "P 100.00 90.00 0.10 0.10 0.10 0.15 9.9210",
        "P 100.00 100.00 0.10 0.10 0.10 0.15 1.8734",
        "P 100.00 110.00 0.10 0.10 0.10 0.15 0.0408",
        "P 100.00 90.00 0.10 0.10 0.10 0.25 10.2155",
        "P 100.00 100.00 0.10 0.10 0.10 0.25 3.1217",
        "P 100.00 110.00 0.10 0.10 0.10 0.25 0.4551",
        "P 100.00 90.00 0.10 0.10 0.10 0.35 10.8479",
        "P 100.00 100.00 0.10 0.10 0.10 0.35 4.3693",
        "P 100.00 110.00 0.10 0.10 0.10 0.35 1.2376",
        "P 100.00 90.00 0.10 0.10 0.50 0.15 10.3192",
        "P 100.00 100.00 0.10 0.10 0.50 0.15 4.0232",
        "P 100.00 110.00 0.10 0.10 0.50 0.15 1.0646",
        "P 100.00 90.00 0.10 0.10 0.50 0.25 12.2149",
        "P 100.00 100.00 0.10 0.10 0.50 0.25 6.6997",
        "P 100.00 110.00 0.10 0.10 0.50 0.25 3.2734",
        "P 100.00 90.00 0.10 0.10 0.50 0.35 14.4452",
        "P 100.00 100.00 0.10 0.10 0.50 0.35 9.3679",
        "P 100.00 110.00 0.10 0.10 0.50 0.35 5.7963",
        "C 40.00 42.00 0.08 0.04 0.75 0.35 5.0975"
    };

    @Test
    void all_43_prices_of_haug_are_met_within_1e_4() {
        for (String line : HAUG) {
            String[] f = line.split(" ");
            EuropeanOption option = option(f[0].equals("C"), f[1], f[5]);
            Market market = new Market(number(f[2]), number(f[4]), number(f[3]), number(f[6]));

            assertThat(BlackScholes.price(option, market)).as(line).isCloseTo(number(f[7]), within(1e-4));
        }
    }

    @Test
    void sensitivities_of_haug_are_met_to_the_printed_digit() {
        // Same book and test-suite: strike, spot, yield, rate, years, vol, and the printed value.
        assertThat(greeks(true, 100, 105, 0.10, 0.10, 0.5, 0.36).delta()).isCloseTo(0.5946, within(5e-5));
        assertThat(greeks(false, 100, 105, 0.10, 0.10, 0.5, 0.36).delta()).isCloseTo(-0.3566, within(5e-5));
        assertThat(greeks(false, 100, 105, 0.10, 0.10, 0.5, 0.36).elasticity()).isCloseTo(-4.8775, within(5e-5));
        assertThat(greeks(true, 60, 55, 0.0, 0.10, 0.75, 0.30).gamma()).isCloseTo(0.0278, within(5e-5));
        assertThat(greeks(false, 60, 55, 0.0, 0.10, 0.75, 0.30).gamma()).isCloseTo(0.0278, within(5e-5));
        assertThat(greeks(true, 60, 55, 0.0, 0.10, 0.75, 0.30).vega()).isCloseTo(18.9358, within(5e-5));
        assertThat(greeks(false, 60, 55, 0.0, 0.10, 0.75, 0.30).vega()).isCloseTo(18.9358, within(5e-5));
        double theta = greeks(false, 405, 430, 0.05, 0.07, 1.0 / 12.0, 0.20).theta();
        assertThat(theta).isCloseTo(-31.1924, within(5e-5));
        assertThat(theta / 365.0).isCloseTo(-0.0855, within(5e-5));
        assertThat(greeks(true, 75, 72, 0.0, 0.09, 1.0, 0.19).rho()).isCloseTo(38.7325, within(5e-5));
        assertThat(greeks(false, 490, 500, 0.05, 0.08, 0.25, 0.15).yieldRho()).isCloseTo(42.2254, within(5e-5));
    }

    @Test
    void call_and_put_keep_parity() {
        Market market = new Market(100.0, 0.03, 0.01, 0.25);
        double call = BlackScholes.price(new EuropeanOption(OptionType.CALL, 110.0, 0.7), market);
        double put = BlackScholes.price(new EuropeanOption(OptionType.PUT, 110.0, 0.7), market);

        assertThat(call - put).isCloseTo(100.0 * Math.exp(-0.007) - 110.0 * Math.exp(-0.021), within(1e-12));
    }

    @Test
    void without_time_or_vol_the_discounted_payoff_is_left() {
        EuropeanOption expired = new EuropeanOption(OptionType.PUT, 110.0, 0.0);

        assertThat(BlackScholes.price(expired, new Market(100.0, 0.05, 0.0, 0.2)))
                .isEqualTo(10.0);
        assertThat(BlackScholes.price(new EuropeanOption(OptionType.CALL, 90.0, 1.0), new Market(100.0, 0.0, 0.0, 0.0)))
                .isEqualTo(10.0);
    }

    @Test
    void bachelier_prices_at_the_money_by_the_closed_form() {
        double price = Bachelier.price(new EuropeanOption(OptionType.CALL, -0.005, 4.0), -0.005, 0.98, 0.01);

        assertThat(price).isCloseTo(0.98 * 0.01 * 2.0 / Math.sqrt(2.0 * Math.PI), within(1e-15));
        assertThat(Bachelier.price(new EuropeanOption(OptionType.PUT, 0.01, 1.0), -0.02, 1.0, 0.0))
                .isCloseTo(0.03, within(1e-15));
    }

    @Test
    void an_american_call_without_yield_is_worth_the_european_and_a_put_is_worth_more() {
        Market market = new Market(100.0, 0.08, 0.0, 0.2);
        EuropeanOption call = new EuropeanOption(OptionType.CALL, 100.0, 0.25);
        EuropeanOption put = new EuropeanOption(OptionType.PUT, 100.0, 0.25);

        assertThat(BaroneAdesiWhaley.price(call, market)).isEqualTo(BlackScholes.price(call, market));
        assertThat(BaroneAdesiWhaley.price(put, market)).isGreaterThan(BlackScholes.price(put, market));
    }

    @Test
    void american_prices_match_a_binomial_tree_within_one_percent() {
        for (double spot : new double[] {80.0, 90.0, 100.0, 110.0, 120.0}) {
            for (OptionType type : OptionType.values()) {
                EuropeanOption option = new EuropeanOption(type, 100.0, 0.5);
                Market market = new Market(spot, 0.08, 0.12, 0.2);

                assertThat(BaroneAdesiWhaley.price(option, market))
                        .as("%s at %s", type, spot)
                        .isCloseTo(BinomialTree.american(option, market, 2_000), within(0.01 * spot * 0.1));
            }
        }
    }

    @Test
    void american_prices_of_haug_s_table_are_met_within_3e_3() {
        // E. G. Haug (1998), Barone-Adesi and Whaley: strike 100, yield 10 %, rate 10 %; as in QuantLib's
        // test-suite/americanoption.cpp, which allows 3e-3 as well. Years, vol, then spots 90, 100, 110.
        double[][] calls = {
            {0.10, 0.15, 0.0206, 1.8771, 10.0089}, {0.10, 0.25, 0.3159, 3.1280, 10.3919},
            {0.10, 0.35, 0.9495, 4.3777, 11.1679}, {0.50, 0.15, 0.8208, 4.0842, 10.8087},
            {0.50, 0.25, 2.7437, 6.8015, 13.0170}, {0.50, 0.35, 5.0063, 9.5106, 15.5689}
        };
        double[][] puts = {
            {0.10, 0.15, 10.0000, 1.8770, 0.0410}, {0.10, 0.25, 10.2533, 3.1277, 0.4562},
            {0.10, 0.35, 10.8787, 4.3777, 1.2402}, {0.50, 0.15, 10.5595, 4.0842, 1.0822},
            {0.50, 0.25, 12.4419, 6.8014, 3.3226}, {0.50, 0.35, 14.6945, 9.5104, 5.8823}
        };
        for (int row = 0; row < calls.length; row++) {
            for (int s = 0; s < 3; s++) {
                Market market = new Market(90.0 + 10.0 * s, 0.10, 0.10, calls[row][1]);
                EuropeanOption call = new EuropeanOption(OptionType.CALL, 100.0, calls[row][0]);
                EuropeanOption put = new EuropeanOption(OptionType.PUT, 100.0, puts[row][0]);
                assertThat(BaroneAdesiWhaley.price(call, market)).isCloseTo(calls[row][2 + s], within(3e-3));
                assertThat(BaroneAdesiWhaley.price(put, market)).isCloseTo(puts[row][2 + s], within(3e-3));
            }
        }
    }

    @Test
    void the_normal_integral_agrees_with_an_independent_one() {
        NormalDistribution normal = new NormalDistribution(null, 0.0, 1.0);

        for (double x = -37.0; x <= 37.0; x += 0.0625) {
            double expected = normal.cumulativeProbability(x);
            assertThat(NormalCdf.of(x)).isCloseTo(expected, within(1e-15 + 1e-12 * expected));
        }
    }

    @Test
    void a_spot_or_vol_out_of_bounds_is_refused() {
        assertThatThrownBy(() -> new Market(-1.0, 0.0, 0.0, 0.2)).hasMessageContaining("spot is -1.0");
        assertThatThrownBy(() -> new Market(1.0, 0.0, 0.0, Double.NaN)).hasMessageContaining("vol is NaN");
        assertThatThrownBy(() -> BlackScholes.price(option(true, "-5", "1"), new Market(1.0, 0.0, 0.0, 0.2)))
                .hasMessageContaining("strike is -5.0");
    }

    private static Greeks greeks(
            boolean call, double strike, double spot, double yield, double rate, double years, double vol) {
        EuropeanOption option = new EuropeanOption(call ? OptionType.CALL : OptionType.PUT, strike, years);
        return BlackScholes.greeks(option, new Market(spot, rate, yield, vol));
    }

    private static EuropeanOption option(boolean call, String strike, String years) {
        return new EuropeanOption(call ? OptionType.CALL : OptionType.PUT, number(strike), number(years));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
