package io.daybreak.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.revalue.PnlVector;
import org.junit.jupiter.api.Test;

class InternalModelsTest {

    @Test
    void stress_scenario_losses_add_by_the_correlations_of_mar33_17() {
        double[] none = {};
        // 3-4-5 where nothing is correlated; equal losses of 10 at 0.6: sqrt(12^2 + 0.64 x 200).
        assertThat(InternalModels.stressScenarioCapital(new double[] {3, 4}, none, none))
                .isEqualTo(5.0);
        assertThat(InternalModels.stressScenarioCapital(none, new double[] {3, 4}, none))
                .isEqualTo(5.0);
        assertThat(InternalModels.stressScenarioCapital(none, none, new double[] {10, 10}))
                .isCloseTo(Math.sqrt(144 + 128), within(1e-12));
        assertThat(InternalModels.stressScenarioCapital(none, none, new double[] {10}))
                .isCloseTo(10, within(1e-12));
        assertThat(InternalModels.stressScenarioCapital(
                        new double[] {3, 4}, new double[] {3, 4}, new double[] {10, 10}))
                .isCloseTo(10 + Math.sqrt(272), within(1e-12));
    }

    @Test
    void capital_is_the_latest_or_the_multiplied_average() {
        assertThat(InternalModels.capital(100, 60, 10, 8, 1.5)).isEqualTo(110.0);
        assertThat(InternalModels.capital(100, 80, 10, 8, 1.5)).isEqualTo(128.0);
        assertThatThrownBy(() -> InternalModels.capital(100, 80, 10, 8, 1.0)).hasMessageContaining("multiplier is 1.0");
    }

    @Test
    void amber_desks_pay_half_of_their_share_of_what_the_standard_asks_more() {
        double[] amber = {30};
        double[] green = {50, 20};

        assertThat(InternalModels.attributionSurcharge(amber, green, 90, 70)).isCloseTo(0.15 * 20, within(1e-12));
        assertThat(InternalModels.attributionSurcharge(amber, green, 60, 70)).isZero();
        assertThat(InternalModels.attributionSurcharge(new double[0], green, 90, 70))
                .isZero();
    }

    @Test
    void the_stress_period_is_the_run_with_the_greatest_shortfall_and_the_first_of_equals() {
        double[] pnl = {1, -5, 1, 1, -9, -8, 1, 1, -9, -8, 1, 1};

        StressPeriod worst = StressPeriod.of(PnlVector.ofUnits("days", pnl), 4, ConfidenceLevel.of("0.5"));

        assertThat(worst).isEqualTo(new StressPeriod(2, 4, 8.5));
    }
}
