package io.daybreak.risk.marketrisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.marketrisk.DefaultRiskCharge.Quality;
import io.daybreak.risk.marketrisk.DefaultRiskCharge.Seniority;
import org.junit.jupiter.api.Test;

/** Parameters by value, as BCBS MAR21 and MAR22 print them (in force from 1 January 2023). */
class MarketRiskParametersTest {
    private static final double[] TENORS = {0.25, 0.5, 1, 2, 3, 5, 10, 15, 20, 30};

    /** MAR21.46, Table 2: correlations between tenors, rounded to a tenth of a percentage point. */
    private static final double[][] TABLE_2 = {
        {1, 0.97, 0.914, 0.811, 0.719, 0.566, 0.4, 0.4, 0.4, 0.4},
        {0.97, 1, 0.97, 0.914, 0.861, 0.763, 0.566, 0.419, 0.4, 0.4},
        {0.914, 0.97, 1, 0.97, 0.942, 0.887, 0.763, 0.657, 0.566, 0.419},
        {0.811, 0.914, 0.97, 1, 0.985, 0.956, 0.887, 0.823, 0.763, 0.657},
        {0.719, 0.861, 0.942, 0.985, 1, 0.98, 0.932, 0.887, 0.844, 0.763},
        {0.566, 0.763, 0.887, 0.956, 0.98, 1, 0.97, 0.942, 0.914, 0.861},
        {0.4, 0.566, 0.763, 0.887, 0.932, 0.97, 1, 0.985, 0.97, 0.942},
        {0.4, 0.419, 0.657, 0.823, 0.887, 0.942, 0.985, 1, 0.99, 0.97},
        {0.4, 0.4, 0.566, 0.763, 0.844, 0.914, 0.97, 0.99, 1, 0.985},
        {0.4, 0.4, 0.419, 0.657, 0.763, 0.861, 0.942, 0.97, 0.985, 1}
    };

    /** MAR21.57, Table 5: two buckets and the correlation of their sectors; buckets 9 to 15 repeat 1 to 7. */
    private static final String TABLE_5 =
            "1:2:0.75 1:3:0.1 1:4:0.2 1:5:0.25 1:6:0.2 1:7:0.15 1:8:0.1 1:16:0.0 1:17:0.45 1:18:0.45 "
                    + "2:3:0.05 2:4:0.15 2:5:0.2 2:6:0.15 2:7:0.1 2:8:0.1 2:16:0.0 2:17:0.45 2:18:0.45 3:4:0.05 "
                    + "3:5:0.15 3:6:0.2 3:7:0.05 3:8:0.2 3:16:0.0 3:17:0.45 3:18:0.45 4:5:0.2 4:6:0.25 4:7:0.05 "
                    + "4:8:0.05 4:16:0.0 4:17:0.45 4:18:0.45 5:6:0.25 5:7:0.05 5:8:0.15 5:16:0.0 5:17:0.45 5:18:0.45 "
                    + "6:7:0.05 6:8:0.2 6:16:0.0 6:17:0.45 6:18:0.45 7:8:0.05 7:16:0.0 7:17:0.45 7:18:0.45 8:16:0.0 "
                    + "8:17:0.45 8:18:0.45 16:17:0.0 16:18:0.0 17:18:0.75";

    private final SensitivitiesBasedMethod plain = new SensitivitiesBasedMethod("USD", false);

    @Test
    void girr_weights_and_tenor_correlations() {
        double[] weights = {0.017, 0.017, 0.016, 0.013, 0.012, 0.011, 0.011, 0.011, 0.011, 0.011};
        for (int i = 0; i < TENORS.length; i++) {
            assertThat(plain.deltaWeight(tenorOf(TENORS[i]))).isEqualTo(weights[i]);
            for (int j = 0; j < TENORS.length; j++) {
                // The table rounds the formula: the greatest difference is 0.047 percentage points.
                assertThat(SbmCorrelations.delta(tenorOf(TENORS[i]), tenorOf(TENORS[j])))
                        .isCloseTo(TABLE_2[i][j], within(5e-4));
            }
        }
        SbmFactor other = SbmFactor.rate("USD", "SOFR", 1);
        assertThat(SbmCorrelations.delta(tenorOf(1), other)).isEqualTo(0.999);
        // The text's own checks: 88.69 % times 0.999 is 88.60 %.
        assertThat(SbmCorrelations.delta(tenorOf(5), other)).isCloseTo(0.8860, within(5e-5));
        SbmFactor inflation = new SbmFactor(SbmClass.GIRR, "USD", "CPI", SbmFactor.Kind.INFLATION, "", 0, 0);
        SbmFactor basis = new SbmFactor(SbmClass.GIRR, "USD", "XCCY", SbmFactor.Kind.CROSS_CURRENCY_BASIS, "", 0, 0);
        assertThat(SbmCorrelations.delta(tenorOf(5), inflation)).isEqualTo(0.4);
        assertThat(SbmCorrelations.delta(tenorOf(5), basis)).isZero();
        assertThat(SbmCorrelations.delta(inflation, basis)).isZero();
        assertThat(plain.deltaWeight(inflation)).isEqualTo(0.016);
        assertThat(plain.deltaWeight(basis)).isEqualTo(0.016);
        assertThat(SbmCorrelations.between(SbmClass.GIRR, "USD", "EUR")).isEqualTo(0.5);
        assertThatThrownBy(() -> plain.deltaWeight(tenorOf(7))).hasMessageContaining("GIRR tenor is 7.0");
    }

    @Test
    void credit_spread_weights_and_correlations() {
        double[] weights = {
            0.005, 0.01, 0.05, 0.03, 0.03, 0.02, 0.015, 0.025, 0.02, 0.04, 0.12, 0.07, 0.085, 0.055, 0.05, 0.12, 0.015,
            0.05
        };
        double[] trading = {
            0.04, 0.04, 0.08, 0.05, 0.04, 0.03, 0.02, 0.06, 0.13, 0.13, 0.16, 0.1, 0.12, 0.12, 0.12, 0.13
        };
        double[] securitisation = {
            0.009, 0.015, 0.02, 0.02, 0.008, 0.012, 0.012, 0.014, 0.01125, 0.01875, 0.025, 0.025, 0.01, 0.015, 0.015,
            0.0175, 0.01575, 0.02625, 0.035, 0.035, 0.014, 0.021, 0.021, 0.0245, 0.035
        };
        assertBuckets(SbmClass.CSR_NON_SECURITISATION, weights);
        assertBuckets(SbmClass.CSR_CORRELATION_TRADING, trading);
        assertBuckets(SbmClass.CSR_SECURITISATION, securitisation);
        SbmFactor bond = SbmFactor.spread(SbmClass.CSR_NON_SECURITISATION, 3, "a", "bond", 5);
        SbmFactor far = SbmFactor.spread(SbmClass.CSR_NON_SECURITISATION, 3, "b", "cds", 10);
        // The text's own check: 35 % times 65 % times 99.90 % is 22.73 %.
        assertThat(SbmCorrelations.delta(bond, far)).isCloseTo(0.2273, within(5e-5));
        SbmFactor index = SbmFactor.spread(SbmClass.CSR_NON_SECURITISATION, 17, "a", "cds", 5);
        SbmFactor otherIndex = SbmFactor.spread(SbmClass.CSR_NON_SECURITISATION, 17, "b", "cds", 5);
        assertThat(SbmCorrelations.delta(index, otherIndex)).isEqualTo(0.8);
        SbmFactor tranche = SbmFactor.spread(SbmClass.CSR_SECURITISATION, 3, "a", "x", 5);
        SbmFactor otherTranche = SbmFactor.spread(SbmClass.CSR_SECURITISATION, 3, "b", "y", 10);
        assertThat(SbmCorrelations.delta(tranche, otherTranche)).isCloseTo(0.4 * 0.8 * 0.999, within(1e-15));
    }

    @Test
    void credit_spread_correlations_between_buckets_are_sector_times_rating() {
        for (String entry : TABLE_5.split(" ")) {
            String[] f = entry.split(":");
            int b = Integer.parseInt(f[0]);
            int c = Integer.parseInt(f[1]);
            double expected = Double.parseDouble(f[2]);
            assertThat(SbmTables.csrGamma(b, c)).as(entry).isEqualTo(expected);
            assertThat(SbmTables.csrGamma(c, b)).as(entry).isEqualTo(expected);
            if (b <= 7 && c <= 7) {
                assertThat(SbmTables.csrGamma(b + 8, c + 8)).as(entry).isEqualTo(expected);
                assertThat(SbmTables.csrGamma(b + 8, c)).as(entry).isEqualTo(0.5 * expected);
            }
        }
        assertThat(SbmTables.csrGamma(1, 9)).isEqualTo(0.5);
    }

    @Test
    void equity_weights_and_correlations() {
        double[] weights = {0.55, 0.60, 0.45, 0.55, 0.30, 0.35, 0.40, 0.50, 0.70, 0.50, 0.70, 0.15, 0.25};
        double[] rho = {0.15, 0.15, 0.15, 0.15, 0.25, 0.25, 0.25, 0.25, 0.075, 0.125, Double.NaN, 0.80, 0.80};
        for (int b = 1; b <= 13; b++) {
            SbmFactor a = SbmFactor.equity(b, "a");
            SbmFactor repo = new SbmFactor(SbmClass.EQUITY, "" + b, "a", SbmFactor.Kind.REPO, "", 0, 0);
            assertThat(plain.deltaWeight(a)).isEqualTo(weights[b - 1]);
            assertThat(plain.deltaWeight(repo)).isCloseTo(weights[b - 1] / 100, within(1e-15));
            if (b != 11) {
                assertThat(SbmCorrelations.delta(a, SbmFactor.equity(b, "b"))).isEqualTo(rho[b - 1]);
                assertThat(SbmCorrelations.delta(SbmFactor.equity(b, "b"), repo))
                        .isEqualTo(rho[b - 1] * 0.999);
            }
            assertThat(SbmCorrelations.delta(a, repo)).isEqualTo(0.999);
        }
        assertThat(SbmCorrelations.between(SbmClass.EQUITY, "1", "10")).isEqualTo(0.15);
        assertThat(SbmCorrelations.between(SbmClass.EQUITY, "1", "11")).isZero();
        assertThat(SbmCorrelations.between(SbmClass.EQUITY, "12", "13")).isEqualTo(0.75);
        assertThat(SbmCorrelations.between(SbmClass.EQUITY, "12", "4")).isEqualTo(0.45);
    }

    @Test
    void commodity_weights_and_correlations() {
        double[] weights = {0.30, 0.35, 0.60, 0.80, 0.40, 0.45, 0.20, 0.35, 0.25, 0.35, 0.50};
        double[] rho = {0.55, 0.95, 0.40, 0.80, 0.60, 0.65, 0.55, 0.45, 0.15, 0.40, 0.15};
        for (int b = 1; b <= 11; b++) {
            SbmFactor a = SbmFactor.commodity(b, "a", "here", 1);
            assertThat(plain.deltaWeight(a)).isEqualTo(weights[b - 1]);
            assertThat(SbmCorrelations.delta(a, SbmFactor.commodity(b, "b", "here", 1)))
                    .isEqualTo(rho[b - 1]);
        }
        // The text's own check: 95 % times 99 % times 99.90 % is 93.96 %.
        assertThat(SbmCorrelations.delta(
                        SbmFactor.commodity(2, "WTI", "here", 1), SbmFactor.commodity(2, "Brent", "there", 2)))
                .isCloseTo(0.9396, within(6e-5));
        assertThat(SbmCorrelations.between(SbmClass.COMMODITY, "1", "10")).isEqualTo(0.2);
        assertThat(SbmCorrelations.between(SbmClass.COMMODITY, "1", "11")).isZero();
    }

    @Test
    void foreign_exchange_weights_and_the_optional_division() {
        SensitivitiesBasedMethod divided = new SensitivitiesBasedMethod("USD", true);
        for (String currency :
                "EUR JPY GBP AUD CAD CHF MXN CNY NZD RUB HKD SGD TRY KRW SEK ZAR INR NOK BRL".split(" ")) {
            assertThat(plain.deltaWeight(SbmFactor.currency(currency))).isEqualTo(0.15);
            assertThat(divided.deltaWeight(SbmFactor.currency(currency))).isEqualTo(0.15 / Math.sqrt(2.0));
        }
        assertThat(divided.deltaWeight(SbmFactor.currency("MYR"))).isEqualTo(0.15);
        assertThat(divided.deltaWeight(SbmFactor.rate("CHF", "OIS", 5))).isEqualTo(0.011);
        assertThat(divided.deltaWeight(SbmFactor.rate("SEK", "OIS", 5))).isEqualTo(0.011 / Math.sqrt(2.0));
        assertThat(SbmCorrelations.between(SbmClass.FX, "EUR", "JPY")).isEqualTo(0.6);
    }

    @Test
    void vega_weights_follow_table_13_and_option_correlations_their_formula() {
        assertThat(SbmTables.vegaWeight(tenorOf(5).vega(1))).isEqualTo(1.0);
        assertThat(SbmTables.vegaWeight(SbmFactor.equity(5, "a").vega(1))).isCloseTo(0.7778, within(5e-5));
        assertThat(SbmTables.vegaWeight(SbmFactor.equity(12, "a").vega(1))).isCloseTo(0.7778, within(5e-5));
        for (SbmFactor factor : new SbmFactor[] {
            SbmFactor.equity(9, "a"),
            SbmFactor.equity(10, "a"),
            SbmFactor.equity(11, "a"),
            SbmFactor.currency("EUR"),
            SbmFactor.commodity(1, "a", "x", 1),
            SbmFactor.spread(SbmClass.CSR_NON_SECURITISATION, 1, "a", "b", 1)
        }) {
            assertThat(SbmTables.vegaWeight(factor.vega(1))).isEqualTo(1.0);
        }
        assertThat(SbmCorrelations.vega(tenorOf(5).vega(1), tenorOf(10).vega(3)))
                .isCloseTo(Math.exp(-0.01 * 5 / 5) * Math.exp(-0.01 * 2 / 1), within(1e-15));
        assertThat(SbmCorrelations.vega(
                        SbmFactor.equity(5, "a").vega(1),
                        SbmFactor.equity(5, "b").vega(1)))
                .isEqualTo(0.25);
    }

    @Test
    void default_weights_losses_and_residual_factors() {
        double[] weights = {0.005, 0.02, 0.03, 0.06, 0.15, 0.30, 0.50, 0.15, 1.0};
        for (Quality quality : Quality.values()) {
            assertThat(quality.riskWeight()).isEqualTo(weights[quality.ordinal()]);
        }
        assertThat(Seniority.EQUITY.lossGivenDefault()).isEqualTo(1.0);
        assertThat(Seniority.NON_SENIOR.lossGivenDefault()).isEqualTo(1.0);
        assertThat(Seniority.SENIOR.lossGivenDefault()).isEqualTo(0.75);
        assertThat(Seniority.COVERED_BOND.lossGivenDefault()).isEqualTo(0.25);
        assertThat(ResidualRiskAddOn.of(1_000.0, 5_000.0)).isCloseTo(15.0, within(1e-12));
    }

    private void assertBuckets(SbmClass riskClass, double[] weights) {
        for (int b = 1; b <= weights.length; b++) {
            assertThat(plain.deltaWeight(SbmFactor.spread(riskClass, b, "a", "x", 5)))
                    .as("%s bucket %d", riskClass, b)
                    .isCloseTo(weights[b - 1], within(1e-15));
        }
        int beyond = weights.length + 1;
        assertThatThrownBy(() -> plain.deltaWeight(SbmFactor.spread(riskClass, beyond, "a", "x", 5)))
                .hasMessageContaining("bucket of " + riskClass + " is " + beyond);
    }

    private static SbmFactor tenorOf(double tenor) {
        return SbmFactor.rate("USD", "OIS", tenor);
    }
}
