package io.daybreak.risk.marketrisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.marketrisk.DefaultRiskCharge.Bucket;
import io.daybreak.risk.marketrisk.DefaultRiskCharge.Position;
import io.daybreak.risk.marketrisk.DefaultRiskCharge.Quality;
import io.daybreak.risk.marketrisk.DefaultRiskCharge.Securitisation;
import io.daybreak.risk.marketrisk.DefaultRiskCharge.Seniority;
import io.daybreak.risk.marketrisk.SensitivitiesBasedMethod.Measure;
import io.daybreak.risk.marketrisk.SensitivitiesBasedMethod.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fixtures of tomanizer/frtb-capital (Apache-2.0) at 1dca552, another implementation; the rest by hand. */
class SensitivitiesBasedMethodTest {
    @Test
    void the_girr_delta_fixture_is_met() {
        Result result = new SensitivitiesBasedMethod("USD", true)
                .delta(SbmFactor.rate("EUR", "EUR", 1), 1_000_000)
                .delta(SbmFactor.rate("EUR", "EUR", 5), 500_000)
                .delta(SbmFactor.rate("USD", "USD", 5), 800_000)
                .calculate();

        assertTotals(result, 17_913.48645189483, 18_828.011005709282, 19_700.12690314456);
        assertThat(result.selected()).isEqualTo(CorrelationScenario.HIGH);
        // K of the EUR bucket is 15,202.795795510772 and S the same: printed for the selected (high) scenario.
        SbmBucket eur = bucket(result, SbmClass.GIRR, CorrelationScenario.HIGH, "EUR");
        assertThat(eur.capital()).isCloseTo(15_202.795795510772, within(1e-6));
        assertThat(eur.sum()).isCloseTo(15_202.795795510772, within(1e-6));
    }

    @Test
    void the_equity_delta_fixture_with_repo_and_other_sector_is_met() {
        Result result = new SensitivitiesBasedMethod("USD", false)
                .delta(SbmFactor.equity(5, "ISS-A"), 2_000_000)
                .delta(new SbmFactor(SbmClass.EQUITY, "5", "ISS-A", SbmFactor.Kind.REPO, "", 0, 0), 500_000)
                .delta(SbmFactor.equity(5, "ISS-B"), -1_000_000)
                .delta(SbmFactor.equity(6, "ISS-C"), 1_500_000)
                .delta(SbmFactor.equity(11, "ISS-X"), 1_000_000)
                .delta(SbmFactor.equity(11, "ISS-Y"), -800_000)
                .calculate();

        assertTotals(result, 1_510_949.951603295, 1_507_410.6689950153, 1_503_863.056847265);
        assertThat(result.selected()).isEqualTo(CorrelationScenario.LOW);
        SbmBucket five = bucket(result, SbmClass.EQUITY, CorrelationScenario.LOW, "5");
        assertThat(five.capital()).isCloseTo(619_782.2752789886, within(1e-6));
        assertThat(five.sum()).isCloseTo(301_500.0, within(1e-6));
        SbmBucket other = bucket(result, SbmClass.EQUITY, CorrelationScenario.LOW, "11");
        assertThat(other.capital()).isCloseTo(1_260_000.0, within(1e-6));
        assertThat(other.sum()).isCloseTo(140_000.0, within(1e-6));
    }

    @Test
    void the_fx_delta_fixture_is_met() {
        Result result = new SensitivitiesBasedMethod("USD", true)
                .delta(SbmFactor.currency("EUR"), 2_000_000)
                .delta(SbmFactor.currency("GBP"), -1_500_000)
                .delta(SbmFactor.currency("MYR"), 500_000)
                .calculate();

        assertTotals(result, 221_680.4639109114, 200_525.4865921267, 176_857.8905965507);
        assertThat(bucket(result, SbmClass.FX, CorrelationScenario.LOW, "GBP").sum())
                .isCloseTo(-159_099.02576697318, within(1e-6));
    }

    @Test
    void sensitivities_to_one_factor_are_netted_before_they_are_weighed() {
        Result netted = new SensitivitiesBasedMethod("USD", false)
                .delta(SbmFactor.equity(11, "a"), 100)
                .delta(SbmFactor.equity(11, "a"), -100)
                .calculate();

        assertThat(netted.capital()).isZero();
    }

    @Test
    void the_scenario_is_chosen_for_the_total_of_all_classes_and_measures() {
        SensitivitiesBasedMethod hedged = new SensitivitiesBasedMethod("USD", false)
                .delta(SbmFactor.currency("EUR"), 1_000_000)
                .delta(SbmFactor.currency("JPY"), -1_000_000)
                .delta(SbmFactor.rate("USD", "OIS", 1), 100_000)
                .delta(SbmFactor.rate("USD", "OIS", 30), 100_000);

        Result result = hedged.calculate();

        double fxLow = result.capital(SbmClass.FX, Measure.DELTA, CorrelationScenario.LOW);
        double girrHigh = result.capital(SbmClass.GIRR, Measure.DELTA, CorrelationScenario.HIGH);
        assertThat(fxLow).isGreaterThan(result.capital(SbmClass.FX, Measure.DELTA, CorrelationScenario.HIGH));
        assertThat(girrHigh).isGreaterThan(result.capital(SbmClass.GIRR, Measure.DELTA, CorrelationScenario.LOW));
        assertThat(result.selected()).isEqualTo(CorrelationScenario.LOW);
        assertThat(result.capital()).isLessThan(fxLow + girrHigh);
    }

    @Test
    void a_negative_sum_across_buckets_is_bounded_by_each_bucket_s_capital() {
        // Long-short within each bucket gives small K and large opposite S: the unbounded square is negative.
        SensitivitiesBasedMethod method = new SensitivitiesBasedMethod("USD", false);
        for (int i = 0; i < 40; i++) {
            method.delta(SbmFactor.commodity(2, "a" + i, "x", 1), 1_000);
            for (int bucket : new int[] {1, 3, 4, 5, 6, 7, 8, 9, 10}) {
                method.delta(SbmFactor.commodity(bucket, "b" + i, "x", 1), -100);
            }
        }

        Result result = method.calculate();

        assertThat(result.capital()).isFinite().isPositive();
    }

    @Test
    void vega_of_two_option_maturities_is_the_hand_computed_root() {
        double rho = Math.exp(-0.01 * 0.5 / 0.5);
        double a = 1_000.0 * 0.55 * Math.sqrt(2.0);
        double b = -400.0 * 0.55 * Math.sqrt(2.0);

        Result result = new SensitivitiesBasedMethod("USD", false)
                .vega(SbmFactor.equity(5, "a").vega(0.5), 1_000)
                .vega(SbmFactor.equity(5, "a").vega(1.0), -400)
                .calculate();

        assertThat(result.totals().get(CorrelationScenario.MEDIUM))
                .isCloseTo(Math.sqrt(a * a + b * b + 2 * rho * a * b), within(1e-9));
        assertThatThrownBy(() -> new SensitivitiesBasedMethod("USD", false).vega(SbmFactor.equity(5, "a"), 1))
                .hasMessageContaining("option maturity");
    }

    @Test
    void curvature_takes_the_worse_side_of_the_bucket_and_squares_correlations() {
        // Up: 100 and -20, down: 30 and 60; rho = 0.25^2. K+ = sqrt(100^2 + 0 + 2 rho 100 (-20)), K- = sqrt(30^2 + 60^2
        // + 2 rho 30 60).
        double rho = 0.0625;
        double up = Math.sqrt(10_000 - 4_000 * rho);
        double down = Math.sqrt(900 + 3_600 + 3_600 * rho);

        Result result = new SensitivitiesBasedMethod("USD", false)
                .curvature(SbmFactor.equity(5, "a"), 100, 30)
                .curvature(SbmFactor.equity(5, "b"), -20, 60)
                .calculate();

        assertThat(up).isGreaterThan(down);
        assertThat(result.totals().get(CorrelationScenario.MEDIUM)).isCloseTo(up, within(1e-9));
        assertThat(bucket(result, SbmClass.EQUITY, CorrelationScenario.MEDIUM, "5")
                        .sum())
                .isEqualTo(80.0);
        assertThat(result.totals().get(CorrelationScenario.HIGH))
                .isCloseTo(Math.sqrt(10_000 - 4_000 * 1.25 * rho), within(1e-9));
    }

    @Test
    void gains_on_both_sides_cost_nothing_and_do_not_offset() {
        Result gains = new SensitivitiesBasedMethod("USD", false)
                .curvature(SbmFactor.equity(5, "a"), -100, -50)
                .curvature(SbmFactor.equity(5, "b"), -10, -60)
                .curvature(SbmFactor.equity(6, "c"), -10, -60)
                .calculate();

        assertThat(gains.capital()).isZero();
        assertThat(SensitivitiesBasedMethod.curvatureLoss(90.0, 100.0, 0.2, -30.0))
                .isCloseTo(4.0, within(1e-12));
        SensitivitiesBasedMethod method = new SensitivitiesBasedMethod("USD", false);
        assertThat(method.curvatureShock(SbmFactor.rate("EUR", "OIS", 10))).isEqualTo(0.017);
    }

    @Test
    void bucket_25_of_securitisations_is_added_to_the_root() {
        Result result = new SensitivitiesBasedMethod("USD", false)
                .delta(SbmFactor.spread(SbmClass.CSR_SECURITISATION, 1, "a", "x", 5), 1_000)
                .delta(SbmFactor.spread(SbmClass.CSR_SECURITISATION, 2, "a", "x", 5), 1_000)
                .delta(SbmFactor.spread(SbmClass.CSR_SECURITISATION, 25, "a", "x", 5), 1_000)
                .calculate();

        assertThat(result.capital()).isCloseTo(Math.sqrt(81 + 225) + 35, within(1e-9));
    }

    @Test
    void default_risk_nets_by_rank_and_gives_a_hedge_benefit() {
        // Obligor a: long senior 100 (75), short equity 40 (40): offsets to 35 long. Obligor b: short senior 100 for
        // half a
        // year: 37.5. HBR = 35 / 72.5; BBB 6 %, BB 15 %.
        List<Position> positions = List.of(
                position("a", Quality.BBB, Seniority.SENIOR, 100, 1.0),
                position("a", Quality.BBB, Seniority.EQUITY, -40, 1.0),
                position("b", Quality.BB, Seniority.SENIOR, -100, 0.5));

        DefaultRiskCharge.Result result = DefaultRiskCharge.nonSecuritisation(positions);

        double benefit = 35.0 / 72.5;
        assertThat(result.buckets().get(0).hedgeBenefit()).isCloseTo(benefit, within(1e-12));
        assertThat(result.capital()).isCloseTo(Math.max(0.0, 0.06 * 35.0 - benefit * 0.15 * 37.5), within(1e-12));
    }

    @Test
    void a_senior_short_does_not_offset_a_junior_long() {
        DefaultRiskCharge.Result result = DefaultRiskCharge.nonSecuritisation(List.of(
                position("a", Quality.BBB, Seniority.NON_SENIOR, 100, 1.0),
                position("a", Quality.BBB, Seniority.SENIOR, -100, 1.0)));

        assertThat(result.nets().get(0).longAmount()).isEqualTo(100.0);
        assertThat(result.nets().get(0).shortAmount()).isEqualTo(75.0);
        assertThat(result.capital()).isCloseTo(0.06 * (100.0 - 100.0 / 175.0 * 75.0), within(1e-12));
    }

    @Test
    void short_maturities_count_a_quarter_and_gains_taken_reduce_the_jump() {
        assertThat(position("a", Quality.A, Seniority.SENIOR, 100, 0.01).scaledJumpToDefault())
                .isEqualTo(0.25 * 75.0);
        // A sold call on a bond has no notional (MAR22.14); what it loses or gains in a default is given as it is.
        Position sold = Position.ofGrossJumpToDefault("a", Bucket.CORPORATE, Quality.A, Seniority.SENIOR, -7, 0.5);
        assertThat(sold.grossJumpToDefault()).isEqualTo(-7.0);
        assertThat(sold.scaledJumpToDefault()).isEqualTo(-3.5);
        Position written = new Position("a", Bucket.CORPORATE, Quality.A, Seniority.SENIOR, 100, -80, 1.0);
        assertThat(written.grossJumpToDefault()).isZero();
        assertThatThrownBy(() -> DefaultRiskCharge.nonSecuritisation(List.of(
                        position("a", Quality.A, Seniority.SENIOR, 100, 1.0),
                        position("a", Quality.BB, Seniority.SENIOR, 100, 1.0))))
                .hasMessageContaining("an obligor has one bucket and one quality");
    }

    @Test
    void correlation_trading_counts_half_of_a_negative_bucket() {
        List<Securitisation> positions =
                List.of(new Securitisation("index", 100, 0.1), new Securitisation("other", -100, 0.3));

        // HBR 0.5: buckets 10 and -15, so 10 - 7.5.
        assertThat(DefaultRiskCharge.correlationTrading(positions).capital()).isCloseTo(2.5, within(1e-12));
        assertThat(DefaultRiskCharge.securitisation(positions).capital()).isCloseTo(10.0, within(1e-12));
    }

    private static Position position(
            String obligor, Quality quality, Seniority seniority, double notional, double years) {
        return new Position(obligor, Bucket.CORPORATE, quality, seniority, notional, 0.0, years);
    }

    private static void assertTotals(Result result, double low, double medium, double high) {
        assertThat(result.totals().get(CorrelationScenario.LOW)).isCloseTo(low, within(1e-6));
        assertThat(result.totals().get(CorrelationScenario.MEDIUM)).isCloseTo(medium, within(1e-6));
        assertThat(result.totals().get(CorrelationScenario.HIGH)).isCloseTo(high, within(1e-6));
        assertThat(result.capital()).isCloseTo(Math.max(low, Math.max(medium, high)), within(1e-6));
    }

    private static SbmBucket bucket(Result result, SbmClass riskClass, CorrelationScenario scenario, String bucket) {
        return result.lines().stream()
                .filter(line -> line.riskClass() == riskClass && line.scenario() == scenario)
                .flatMap(line -> line.buckets().stream())
                .filter(candidate -> candidate.bucket().equals(bucket))
                .findFirst()
                .orElseThrow();
    }
}
