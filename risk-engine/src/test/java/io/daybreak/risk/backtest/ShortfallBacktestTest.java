package io.daybreak.risk.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.scenario.AddressableNormals;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShortfallBacktestTest {

    @Test
    void the_statistic_is_zero_when_losses_are_as_large_and_as_many_as_forecast() {
        double[] pnl = new double[40];
        pnl[7] = -12.0;
        double[] var = filled(10.0);
        double[] shortfall = filled(12.0);

        ShortfallBacktest test = ShortfallBacktest.of(pnl, var, shortfall, 0.025);

        assertThat(test).isEqualTo(new ShortfallBacktest(0.0, 1));
        assertThat(test.zone()).isEqualTo(TrafficLight.Zone.GREEN);
    }

    @Test
    void more_or_larger_losses_make_it_negative_and_colour_it() {
        double[] pnl = new double[40];
        pnl[7] = -21.6;
        assertThat(ShortfallBacktest.of(pnl, filled(10.0), filled(12.0), 0.025).statistic())
                .isCloseTo(-0.8, within(1e-12));
        assertThat(ShortfallBacktest.of(pnl, filled(10.0), filled(12.0), 0.025).zone())
                .isEqualTo(TrafficLight.Zone.AMBER);
        pnl[8] = -21.6;
        assertThat(ShortfallBacktest.of(pnl, filled(10.0), filled(12.0), 0.025).zone())
                .isEqualTo(TrafficLight.Zone.RED);
        assertThatThrownBy(() -> ShortfallBacktest.of(pnl, filled(10.0), filled(0.0), 0.025))
                .hasMessageContaining("expected shortfall of day 0 is 0.0");
    }

    @Test
    void a_right_model_stays_near_zero_and_one_that_halves_the_risk_turns_red() {
        double[] pnl = new double[20_000];
        new AddressableNormals(3).fill(1, 0, pnl, pnl.length);
        double[] var = new double[pnl.length];
        double[] shortfall = new double[pnl.length];
        Arrays.fill(var, 1.959964);
        Arrays.fill(shortfall, 2.337803);

        assertThat(ShortfallBacktest.of(pnl, var, shortfall, 0.025).statistic()).isCloseTo(0.0, within(0.15));
        Arrays.setAll(var, i -> var[i] / 2);
        Arrays.setAll(shortfall, i -> shortfall[i] / 2);
        assertThat(ShortfallBacktest.of(pnl, var, shortfall, 0.025).zone()).isEqualTo(TrafficLight.Zone.RED);
    }

    private static double[] filled(double value) {
        double[] values = new double[40];
        Arrays.fill(values, value);
        return values;
    }
}
