package io.daybreak.risk.revalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.measure.ConfidenceLevel;
import io.daybreak.risk.measure.LiquidityHorizonShortfall;
import io.daybreak.risk.measure.TailRisk;
import io.daybreak.risk.scenario.FactorModel;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.MonteCarloScenarios;
import io.daybreak.risk.scenario.MonteCarloSettings;
import io.daybreak.risk.scenario.RestrictedScenarios;
import io.daybreak.risk.scenario.RiskClass;
import io.daybreak.risk.scenario.RiskFactor;
import io.daybreak.risk.scenario.ScenarioTile;
import io.daybreak.risk.scenario.ShiftType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FullGammaTest {
    private static final int FACTORS = 8;
    private static final FactorSet SET = factors();
    private static final MonteCarloScenarios CUBE = new MonteCarloScenarios(
            FactorModel.of(SET, volatilities(), identity(), 0), MonteCarloSettings.normal(3, 2_000));

    @Test
    void eigenvalues_give_the_same_figure_as_the_double_sum() {
        double[][] gamma = gamma(FACTORS);
        ScenarioTile tile = new ScenarioTile(SET, 100);
        CUBE.fill(tile, 0, 100);
        double[] pnl = new double[100];

        new FullGamma(gamma, 0.0).addPnl(tile, pnl, new double[100]);

        for (int i = 0; i < 100; i++) {
            double expected = 0.0;
            for (int f = 0; f < FACTORS; f++) {
                for (int g = 0; g < FACTORS; g++) {
                    expected += 0.5 * gamma[f][g] * tile.row(f)[i] * tile.row(g)[i];
                }
            }
            assertThat(pnl[i]).isCloseTo(expected, within(1e-10));
        }
    }

    @Test
    void a_gamma_of_low_rank_costs_its_rank_only() {
        assertThat(new FullGamma(gamma(2), 1e-10).rank()).isEqualTo(2);
        assertThatThrownBy(() -> new FullGamma(new double[][] {{1, 2}, {3, 1}}, 0.0))
                .hasMessageContaining("not symmetric");
    }

    @Test
    void vectors_of_the_risk_classes_add_up_to_the_book_s() {
        Book book = book();
        PnlVector total = new Revaluation(CUBE, GridSettings.standard()).pnl(book);
        PnlVector sum = PnlVector.zero(CUBE.identity(), CUBE.count());
        for (RiskClass riskClass : List.of(RiskClass.EQUITY, RiskClass.INTEREST_RATE)) {
            sum = sum.plus(
                    new Revaluation(RestrictedScenarios.toClasses(CUBE, EnumSet.of(riskClass)), GridSettings.standard())
                            .pnl(book));
        }

        for (int i = 0; i < CUBE.count(); i++) {
            // Each class is rounded to the quantum on its own.
            assertThat(sum.quanta(i)).isBetween(total.quanta(i) - 1, total.quanta(i) + 1);
        }
        assertThatThrownBy(() -> RestrictedScenarios.toClasses(CUBE, EnumSet.of(RiskClass.FX)))
                .hasMessageContaining("none of 8 factors belongs to [FX]");
    }

    @Test
    void shortfall_over_liquidity_horizons_grows_with_the_factors_that_stay_illiquid() {
        Book book = book();
        double[] base = new double[5];
        for (int j = 0; j < 5; j++) {
            boolean[] moving = new boolean[FACTORS];
            for (int f = 0; f < FACTORS; f++) {
                moving[f] = j <= f / 2 || j == 0;
            }
            PnlVector vector =
                    new Revaluation(RestrictedScenarios.toFactors(CUBE, moving), GridSettings.standard()).pnl(book);
            base[j] = j == 4 ? 0.0 : TailRisk.of(vector, ConfidenceLevel.P97_5).expectedShortfall();
        }

        double shortfall = LiquidityHorizonShortfall.of(base);

        assertThat(shortfall).isGreaterThan(base[0]);
        assertThat(shortfall).isLessThan(base[0] * Math.sqrt(6.0));
    }

    private static Book book() {
        Book book = Book.empty("b", SET);
        for (int f = 0; f < FACTORS; f++) {
            book.netted().add(f, 1_000.0 * (f + 1), 500.0);
        }
        return book;
    }

    private static double[][] gamma(int rank) {
        Random random = new Random(6);
        double[][] gamma = new double[FACTORS][FACTORS];
        for (int r = 0; r < rank; r++) {
            double[] v = random.doubles(FACTORS, -1, 1).toArray();
            double sign = r % 2 == 0 ? 1_000.0 : -1_000.0;
            for (int f = 0; f < FACTORS; f++) {
                for (int g = 0; g < FACTORS; g++) {
                    gamma[f][g] += sign * v[f] * v[g];
                }
            }
        }
        return gamma;
    }

    private static FactorSet factors() {
        List<RiskFactor> factors = new ArrayList<>();
        for (int f = 0; f < FACTORS; f++) {
            RiskClass riskClass = f % 2 == 0 ? RiskClass.EQUITY : RiskClass.INTEREST_RATE;
            factors.add(RiskFactor.of("F" + f, riskClass, ShiftType.ABSOLUTE));
        }
        return FactorSet.of(factors);
    }

    private static double[] volatilities() {
        double[] volatilities = new double[FACTORS];
        java.util.Arrays.fill(volatilities, 0.01);
        return volatilities;
    }

    private static double[][] identity() {
        double[][] identity = new double[FACTORS][FACTORS];
        for (int f = 0; f < FACTORS; f++) {
            identity[f][f] = 1.0;
        }
        return identity;
    }
}
