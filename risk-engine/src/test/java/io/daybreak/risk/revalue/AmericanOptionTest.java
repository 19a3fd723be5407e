package io.daybreak.risk.revalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.revalue.BlackScholes.Market;
import io.daybreak.risk.revalue.EuropeanOption.OptionType;
import org.junit.jupiter.api.Test;

/** Published American option values; the tables as QuantLib's test-suite/americanoption.cpp carries them. */
class AmericanOptionTest {

    @Test
    void short_puts_of_ju_s_exhibit_3_are_met_within_1e_3() {
        // N. Ju, Journal of Derivatives, winter 1999, exhibit 3: spot 40, rate 4.88 %, no yield. Vol, strike, then
        // expiries of 0.0833, 0.3333 and 0.5833 years.
        double[][] table = {
            {0.2, 35, 0.006, 0.201, 0.433},
            {0.2, 40, 0.851, 1.576, 1.984},
            {0.2, 45, 5.000, 5.084, 5.260},
            {0.3, 35, 0.078, 0.697, 1.218},
            {0.3, 40, 1.309, 2.477, 3.161},
            {0.3, 45, 5.059, 5.699, 6.231},
            {0.4, 35, 0.247, 1.344, 2.150},
            {0.4, 40, 1.767, 3.381, 4.342},
            {0.4, 45, 5.288, 6.501, 7.367}
        };
        double[] years = {0.0833, 0.3333, 0.5833};
        for (double[] row : table) {
            for (int t = 0; t < 3; t++) {
                EuropeanOption put = new EuropeanOption(OptionType.PUT, row[1], years[t]);

                double price = JuZhong.price(put, new Market(40.0, 0.0488, 0.0, row[0]));

                assertThat(price).as("%s", put).isCloseTo(row[2 + t], within(1e-3));
            }
        }
    }

    @Test
    void long_calls_of_ju_s_exhibit_6_are_met_within_1e_3() {
        // Exhibit 6: strike 100, three years. Yield, rate, vol, then spots 80, 90, 100, 110, 120.
        double[][] table = {
            {0.07, 0.03, 0.2, 2.605, 5.182, 9.065, 14.430, 21.398},
            {0.07, 0.03, 0.4, 11.336, 15.711, 20.760, 26.440, 32.709},
            {0.07, 0.00001, 0.3, 5.552, 8.868, 13.158, 18.458, 24.786},
            {0.03, 0.07, 0.3, 12.177, 17.411, 23.402, 30.028, 37.177}
        };
        EuropeanOption call = new EuropeanOption(OptionType.CALL, 100.0, 3.0);
        for (double[] row : table) {
            for (int s = 0; s < 5; s++) {
                double price = JuZhong.price(call, new Market(80.0 + 10.0 * s, row[1], row[0], row[2]));

                assertThat(price).isCloseTo(row[3 + s], within(1e-3));
            }
        }
    }

    @Test
    void one_flat_boundary_gives_haug_s_values_and_the_limits_of_tiny_and_huge_volatility() {
        // Haug (1998), page 27 and its code; then an R package, Barone-Adesi and Whaley, and intrinsic values.
        // Call or put, strike, spot, yield, rate, years, vol, value.
        double[][] table = {
            {1, 40.0, 42.0, 0.08, 0.04, 0.75, 0.35, 5.2704},
            {-1, 40.0, 36.0, 0.00, 0.06, 1.00, 0.20, 4.4531},
            {1, 100.0, 100.0, 0.05, 0.05, 1.0, 0.0021, 0.08032314},
            {1, 100.0, 100.0, 0.05, 0.05, 1.0, 0.0001, 0.003860656},
            {1, 100.0, 99.99, 0.05, 0.05, 1.0, 0.0001, 0.00081},
            {1, 100.0, 110.0, 0.05, 0.05, 1.0, 0.0001, 10.0},
            {-1, 110.0, 100.0, 0.05, 0.05, 1.0, 0.0001, 10.0},
            {-1, 100.0, 110.0, 0.05, 0.05, 1.0, 10.0, 94.89543}
        };
        for (double[] row : table) {
            EuropeanOption option = new EuropeanOption(row[0] > 0 ? OptionType.CALL : OptionType.PUT, row[1], row[5]);

            double price = BjerksundStensland.price(option, new Market(row[2], row[4], row[3], row[6]));

            assertThat(price).as("%s", option).isCloseTo(row[7], within(5e-5));
        }
    }

    @Test
    void the_modified_quadratic_approximation_is_nearer_to_a_tree_than_the_plain_one() {
        double plain = 0.0;
        double modified = 0.0;
        for (double spot = 70.0; spot <= 130.0; spot += 5.0) {
            for (double years : new double[] {0.1, 0.5, 1.0, 3.0}) {
                for (OptionType type : OptionType.values()) {
                    EuropeanOption option = new EuropeanOption(type, 100.0, years);
                    Market market = new Market(spot, 0.05, 0.07, 0.25);
                    double tree = BinomialTree.american(option, market, 1_000);
                    plain += Math.abs(BaroneAdesiWhaley.price(option, market) - tree);
                    modified += Math.abs(JuZhong.price(option, market) - tree);
                    assertThat(JuZhong.price(option, market)).isCloseTo(tree, within(0.01 + 0.01 * tree));
                    assertThat(BjerksundStensland.price(option, market)).isLessThan(tree + 0.01);
                }
            }
        }
        assertThat(modified).isLessThan(0.5 * plain);
    }

    @Test
    void an_american_option_is_never_worth_less_than_exercised_or_european() {
        for (double rate : new double[] {-0.02, 0.0, 0.03}) {
            for (double yield : new double[] {-0.01, 0.0, 0.04}) {
                for (double spot = 50.0; spot <= 200.0; spot += 10.0) {
                    for (OptionType type : OptionType.values()) {
                        EuropeanOption option = new EuropeanOption(type, 100.0, 1.0);
                        Market market = new Market(spot, rate, yield, 0.3);
                        double least = Math.max(option.payoff(spot), BlackScholes.price(option, market));
                        assertThat(JuZhong.price(option, market)).isGreaterThanOrEqualTo(least - 1e-9);
                    }
                }
            }
        }
    }
}
