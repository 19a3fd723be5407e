package io.daybreak.risk.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.revalue.BlackScholes;
import io.daybreak.risk.revalue.Book;
import io.daybreak.risk.revalue.EuropeanOption;
import io.daybreak.risk.revalue.OptionPosition;
import io.daybreak.risk.scenario.FactorHistory;
import io.daybreak.risk.scenario.FactorModel;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.RiskClass;
import io.daybreak.risk.scenario.RiskFactor;
import io.daybreak.risk.scenario.ShiftType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StressTestTest {
    private static final FactorSet SET = FactorSet.of(List.of(
            new RiskFactor("IR/USD/1Y", RiskClass.INTEREST_RATE, "USD", 1.0, ShiftType.ABSOLUTE, 0.0),
            new RiskFactor("IR/USD/10Y", RiskClass.INTEREST_RATE, "USD", 10.0, ShiftType.ABSOLUTE, 0.0),
            RiskFactor.of("EQ/SPX", RiskClass.EQUITY, ShiftType.LOG),
            RiskFactor.of("VOL/SPX", RiskClass.VOLATILITY, ShiftType.ABSOLUTE),
            RiskFactor.of("FX/EURUSD", RiskClass.FX, ShiftType.LOG),
            RiskFactor.of("CO/WTI", RiskClass.COMMODITY, ShiftType.ABSOLUTE)));
    private static final double[] LEVELS = {0.03, 0.04, 4_000.0, 0.2, 1.1, 80.0};

    @Test
    void all_standard_hypotheticals_apply_to_a_full_set_of_factors() {
        List<HypotheticalStress> standard = HypotheticalStress.standard();
        assertThat(standard).hasSizeGreaterThanOrEqualTo(6);
        assertThat(standard).extracting(HypotheticalStress::name).doesNotHaveDuplicates();

        for (HypotheticalStress stress : standard) {
            assertThat(StressScenario.hypothetical(stress, SET, LEVELS).unmoved())
                    .hasSizeLessThan(6);
        }
    }

    @Test
    void a_share_of_the_level_becomes_a_move_in_the_factor_s_own_type() {
        StressScenario crash = scenario("equity-crash");

        assertThat(crash.moves()[2]).isCloseTo(Math.log(0.7), within(1e-15));
        assertThat(crash.moves()[3]).isCloseTo(0.2, within(1e-15));
        assertThat(crash.unmoved()).containsExactly("IR/USD/1Y", "IR/USD/10Y", "FX/EURUSD", "CO/WTI");
        StressScenario slump = scenario("commodity-slump");
        assertThat(slump.moves()[5]).isCloseTo(-32.0, within(1e-12));
        StressScenario steeper = scenario("curve-steepener");
        assertThat(steeper.moves()[0]).isCloseTo(-0.01, within(1e-15));
        assertThat(steeper.moves()[1]).isCloseTo(0.01, within(1e-15));
    }

    @Test
    void drivers_of_a_linear_book_add_up_and_the_greatest_comes_first() {
        Book book = Book.empty("rates", SET);
        book.netted().add(0, -1_000_000.0, 0.0);
        book.netted().add(1, 5_000_000.0, 2_000_000.0);

        StressResult result = StressTest.run(book, scenario("rates-up-200bp"));

        assertThat(result.pnlUnits()).isCloseTo(-20_000.0 + 100_000.0 + 400.0, within(1e-6));
        assertThat(result.drivers())
                .extracting(StressResult.Driver::factorId)
                .containsExactly("IR/USD/10Y", "IR/USD/1Y");
        assertThat(result.crossEffect()).isCloseTo(0.0, within(1e-9));
    }

    @Test
    void an_option_book_is_priced_in_full_and_its_cross_effect_is_shown() {
        Book book = Book.empty("options", SET);
        EuropeanOption put = new EuropeanOption(EuropeanOption.OptionType.PUT, 4_000.0, 0.5);
        BlackScholes.Market today = new BlackScholes.Market(4_000.0, 0.03, 0.0, 0.2);
        book.options().add(new OptionPosition(put, OptionPosition.Exercise.EUROPEAN, 2, 3, today), -100.0);

        StressResult result = StressTest.run(book, scenario("equity-crash"));

        double before = BlackScholes.price(put, today);
        double after = BlackScholes.price(put, new BlackScholes.Market(2_800.0, 0.03, 0.0, 0.4));
        assertThat(result.pnlUnits()).isCloseTo(-100.0 * (after - before), within(1e-6));
        double sum = result.drivers().stream()
                .mapToDouble(StressResult.Driver::pnlUnits)
                .sum();
        assertThat(sum + result.crossEffect()).isCloseTo(result.pnlUnits(), within(1e-6));
        assertThat(result.crossEffect()).isNotZero();
    }

    @Test
    void an_exposure_the_scenario_leaves_standing_is_named() {
        Book book = Book.empty("fx", SET);
        book.netted().add(4, 1_000_000.0, 0.0);

        StressResult result = StressTest.run(book, scenario("equity-crash"));

        assertThat(result.pnlUnits()).isZero();
        assertThat(result.unmovedExposed()).containsExactly("FX/EURUSD");
    }

    @Test
    void an_episode_takes_its_moves_from_the_data_and_lists_what_was_not_observed() {
        RiskFactor index = RiskFactor.of("EQ/SPX", RiskClass.EQUITY, ShiftType.LOG);
        RiskFactor young = RiskFactor.of("EQ/NEW", RiskClass.EQUITY, ShiftType.LOG);
        // S&P 500 closes of 19 February and 23 March 2020: 3386.15 and 2237.40.
        FactorHistory history = FactorHistory.of(
                FactorSet.of(List.of(index, young)),
                List.of(LocalDate.of(2020, 2, 18), LocalDate.of(2020, 2, 19), LocalDate.of(2020, 3, 23)),
                new double[][] {{3370.29, 3386.15, 2237.40}, {Double.NaN, Double.NaN, 10.0}});
        HistoricalEpisode covid = HistoricalEpisode.standard().stream()
                .filter(episode -> episode.name().equals("covid-2020"))
                .findFirst()
                .orElseThrow();

        StressScenario scenario = StressScenario.historical(covid, history);

        assertThat(Math.exp(scenario.moves()[0]) - 1.0).isCloseTo(-0.3392, within(5e-5));
        assertThat(scenario.unmoved()).containsExactly("EQ/NEW");
        HistoricalEpisode before =
                new HistoricalEpisode("1987", LocalDate.of(1987, 10, 16), LocalDate.of(1987, 10, 19));
        assertThatThrownBy(() -> StressScenario.historical(before, history))
                .hasMessageContaining("no factor observed over 1987");
    }

    @Test
    void completion_gives_unmoved_factors_their_expected_move() {
        FactorModel model = model();
        StressScenario crash = scenario("equity-crash");
        StressScenario two = new StressScenario(
                "one",
                StressScenario.Kind.HYPOTHETICAL,
                "test",
                new double[] {0, 0, -0.3, 0, 0, 0},
                List.of("IR/USD/1Y", "IR/USD/10Y", "VOL/SPX", "FX/EURUSD", "CO/WTI"));

        StressScenario completed = CorrelatedCompletion.complete(two, model);

        // One known factor: beta is rho vol_u / vol_k.
        assertThat(completed.moves()[2]).isEqualTo(-0.3);
        assertThat(completed.moves()[3]).isCloseTo(-0.3 * -0.6 * 0.02 / 0.01, within(1e-9));
        assertThat(completed.moves()[4]).isCloseTo(0.0, within(1e-9));
        assertThat(completed.unmoved()).isEmpty();
        assertThat(CorrelatedCompletion.complete(crash, model).moves()[2]).isEqualTo(crash.moves()[2]);
    }

    @Test
    void reverse_stress_of_a_linear_book_is_the_closed_form() {
        Book book = Book.empty("equity", SET);
        book.netted().add(2, 1_000_000.0, 0.0);
        book.netted().add(4, 500_000.0, 0.0);

        ReverseStress.Found found = ReverseStress.find(book, model(), 50_000.0);

        // sigma = sqrt((1e6 * 0.01)^2 + (5e5 * 0.01)^2) with independent factors; distance = loss / sigma.
        double sigma = Math.sqrt(1e8 + 2.5e7);
        assertThat(found.distance()).isCloseTo(50_000.0 / sigma, within(1e-6));
        assertThat(book.pnl(found.scenario().moves())).isCloseTo(-50_000.0, within(1e-3));
        assertThat(found.scenario().moves()[3]).isPositive();
        assertThatThrownBy(() -> ReverseStress.find(book, model(), 1e9))
                .hasMessageContaining("within 50.0 standard deviations");
    }

    @Test
    void a_ladder_moves_one_factor_and_nothing_else() {
        Book book = Book.empty("b", SET);
        book.netted().add(1, 1_000.0, 100.0);

        assertThat(StressTest.ladder(book, 1, 0.01, 2))
                .containsExactly(new double[] {-19.98, -9.995, 0.0, 10.005, 20.02}, within(1e-9));
    }

    private static StressScenario scenario(String name) {
        HypotheticalStress stress = HypotheticalStress.standard().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return StressScenario.hypothetical(stress, SET, LEVELS);
    }

    private static FactorModel model() {
        double[][] correlation = new double[6][6];
        for (int i = 0; i < 6; i++) {
            correlation[i][i] = 1.0;
        }
        correlation[2][3] = -0.6;
        correlation[3][2] = -0.6;
        return FactorModel.of(SET, new double[] {0.001, 0.001, 0.01, 0.02, 0.01, 2.0}, correlation, 0);
    }
}
