package io.daybreak.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DeltaGammaNormalTest {
    private static final double Z_OF_HULL = 2.33;

    @Test
    void the_two_share_portfolio_of_hull_is_met() {
        // Hull, Risk Management and Financial Institutions 3e, chapter 15: sd 200,000 and 50,000, correlation 0.3.
        double[] delta = {1.0, 1.0};
        double[][] covariance = {
            {200_000.0 * 200_000.0, 0.3 * 200_000.0 * 50_000.0}, {0.3 * 200_000.0 * 50_000.0, 50_000.0 * 50_000.0}
        };

        DeltaGammaNormal portfolio = new DeltaGammaNormal(delta, new double[2][2], covariance);

        assertThat(portfolio.standardDeviation()).isCloseTo(220_227.0, within(0.5));
        double tenDay = Z_OF_HULL * portfolio.standardDeviation() * Math.sqrt(10.0);
        // The book multiplies the rounded 220,227, so it prints 1,622,657 where the unrounded chain gives 1,622,656.
        assertThat(tenDay).isCloseTo(1_622_657.0, within(1.5));
        double microsoft = Z_OF_HULL * 200_000.0 * Math.sqrt(10.0);
        double att = Z_OF_HULL * 50_000.0 * Math.sqrt(10.0);
        assertThat(microsoft).isCloseTo(1_473_621.0, within(0.5));
        assertThat(att).isCloseTo(368_405.0, within(0.5));
        assertThat(microsoft + att - tenDay).isCloseTo(219_369.0, within(2.0));
    }

    @Test
    void parts_of_a_linear_portfolio_add_up_and_marginals_are_its_gradient() {
        double[] delta = {10.0, -4.0, 7.0};
        double[][] covariance = {{4.0, 1.0, 0.5}, {1.0, 9.0, -1.0}, {0.5, -1.0, 1.0}};
        DeltaGammaNormal portfolio = new DeltaGammaNormal(delta, new double[3][3], covariance);
        double total = portfolio.valueAtRisk(ConfidenceLevel.P99);

        double sum = 0.0;
        for (double part : portfolio.componentValueAtRisk(ConfidenceLevel.P99)) {
            sum += part;
        }

        assertThat(sum).isCloseTo(total, within(1e-9 * total));
        double bumped = new DeltaGammaNormal(new double[] {10.0 + 1e-6, -4.0, 7.0}, new double[3][3], covariance)
                .valueAtRisk(ConfidenceLevel.P99);
        assertThat((bumped - total) / 1e-6)
                .isCloseTo(portfolio.marginalValueAtRisk(ConfidenceLevel.P99)[0], within(1e-4));
    }

    @Test
    void a_pure_gamma_portfolio_has_the_moments_of_the_chi_square() {
        // x'x / 2 * 2 with independent unit normals is chi-square with 4 degrees: mean 4, variance 8.
        double[][] identity = new double[4][4];
        double[][] gamma = new double[4][4];
        for (int i = 0; i < 4; i++) {
            identity[i][i] = 1.0;
            gamma[i][i] = 2.0;
        }

        DeltaGammaNormal portfolio = new DeltaGammaNormal(new double[4], gamma, identity);

        assertThat(portfolio.mean()).isCloseTo(4.0, within(1e-12));
        assertThat(portfolio.standardDeviation()).isCloseTo(Math.sqrt(8.0), within(1e-12));
        // Upper quantiles of chi-square(4): 9.487729 at 95 %, 13.276704 at 99 % (tables); Cornish-Fisher comes near.
        assertThat(portfolio.cornishFisher(0.95)).isCloseTo(9.487729, within(0.15));
        assertThat(portfolio.cornishFisher(0.99)).isCloseTo(13.276704, within(0.35));
    }

    @Test
    void shortfall_of_the_normal_is_2_3378_sigma_at_97_5_percent() {
        DeltaGammaNormal unit = new DeltaGammaNormal(new double[] {1.0}, new double[1][1], new double[][] {{1.0}});

        assertThat(unit.expectedShortfall(ConfidenceLevel.P97_5)).isCloseTo(2.3378, within(5e-5));
        assertThat(unit.valueAtRisk(ConfidenceLevel.P99)).isCloseTo(2.3263, within(5e-5));
    }

    @Test
    void a_covariance_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> new DeltaGammaNormal(new double[] {1}, new double[1][1], new double[][] {{-1}}))
                .hasMessageContaining("variance is -1.0");
        assertThatThrownBy(() ->
                        new DeltaGammaNormal(new double[] {1}, new double[1][1], new double[][] {{Double.NaN}}))
                .hasMessageContaining("variance is NaN");
    }

    @Test
    void liquidity_horizons_add_in_squares_as_mar33_says() {
        // All factors at ten days only: each further horizon adds nothing.
        assertThat(LiquidityHorizonShortfall.of(new double[] {10, 0, 0, 0, 0})).isEqualTo(10.0);
        // Every factor at 120 days: 10 * sqrt(12) in total.
        assertThat(LiquidityHorizonShortfall.of(new double[] {10, 10, 10, 10, 10}))
                .isCloseTo(10.0 * Math.sqrt(12.0), within(1e-12));
        assertThat(LiquidityHorizonShortfall.horizonDays()).containsExactly(10, 20, 40, 60, 120);
        assertThat(LiquidityHorizonShortfall.stressed(20.0, 10.0, 8.0)).isEqualTo(25.0);
        assertThatThrownBy(() -> LiquidityHorizonShortfall.stressed(20.0, 10.0, 7.0))
                .hasMessageContaining("0.75");
        assertThat(LiquidityHorizonShortfall.internalModelCapital(100.0, new double[] {60.0, 80.0}))
                .isEqualTo(120.0);
    }

    @Test
    void the_two_currencies_of_jorion_have_his_parts() {
        // P. Jorion, Value at Risk (3rd ed.), chapter 7: USD 2 million in one currency at 5 %, 1 million in another at
        // 12 %, uncorrelated; 257,738 at z = 1.65, of which 105,630 and 152,108 (as recalled; recomputed by hand).
        DeltaGammaNormal portfolio = DeltaGammaNormal.linear(
                new double[] {2e6, 1e6}, new double[2], new double[][] {{0.0025, 0.0}, {0.0, 0.0144}});
        double scale = 1.65 / 1.6448536269514722;

        double[] parts = portfolio.componentValueAtRisk(ConfidenceLevel.P95);
        double[] marginal = portfolio.marginalValueAtRisk(ConfidenceLevel.P95);

        assertThat(portfolio.valueAtRisk(ConfidenceLevel.P95) * scale).isCloseTo(257_738, within(1.0));
        assertThat(parts[0] * scale).isCloseTo(105_630, within(1.0));
        assertThat(parts[1] * scale).isCloseTo(152_108, within(1.0));
        assertThat(marginal[0] * scale).isCloseTo(0.0528, within(5e-5));
        assertThat(marginal[1] * scale).isCloseTo(0.1521, within(5e-5));
    }

    @Test
    void expected_moves_lower_the_value_at_risk_and_parts_still_add_up() {
        double[] delta = {3.0, -1.0};
        double[] expected = {0.01, 0.02};
        double[][] covariance = {{0.04, 0.01}, {0.01, 0.09}};

        DeltaGammaNormal portfolio = DeltaGammaNormal.linear(delta, expected, covariance);

        // Mean 0.03 - 0.02; variance 9 x 0.04 + 0.09 - 6 x 0.01 = 0.39.
        double var = 1.6448536269514722 * Math.sqrt(0.39) - 0.01;
        assertThat(portfolio.valueAtRisk(ConfidenceLevel.P95)).isCloseTo(var, within(1e-9));
        double[] parts = portfolio.componentValueAtRisk(ConfidenceLevel.P95);
        assertThat(parts[0] + parts[1]).isCloseTo(var, within(1e-9));
    }
}
