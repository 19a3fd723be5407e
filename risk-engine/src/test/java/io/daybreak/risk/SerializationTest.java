package io.daybreak.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.risk.creditrisk.Exposure;
import io.daybreak.risk.creditrisk.ExposureClass;
import io.daybreak.risk.creditrisk.RatingBand;
import io.daybreak.risk.creditrisk.RiskWeights;
import io.daybreak.risk.creditrisk.StandardisedApproach;
import io.daybreak.risk.lifetime.BetaGeometricNbd;
import io.daybreak.risk.measure.ConfidenceLevel;
import io.daybreak.risk.measure.TailRisk;
import io.daybreak.risk.revalue.BlackScholes;
import io.daybreak.risk.revalue.Book;
import io.daybreak.risk.revalue.DiscountCurve;
import io.daybreak.risk.revalue.EuropeanOption;
import io.daybreak.risk.revalue.GridSettings;
import io.daybreak.risk.revalue.OptionPosition;
import io.daybreak.risk.revalue.PnlVector;
import io.daybreak.risk.revalue.Revaluation;
import io.daybreak.risk.scenario.FactorModel;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.MonteCarloScenarios;
import io.daybreak.risk.scenario.MonteCarloSettings;
import io.daybreak.risk.scenario.RiskClass;
import io.daybreak.risk.scenario.RiskFactor;
import io.daybreak.risk.scenario.Scenarios;
import io.daybreak.risk.scenario.ShiftType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tasks carry over the wire arrives whole, and gives the same digits there. */
class SerializationTest {
    private static final FactorSet SET = FactorSet.of(List.of(
            RiskFactor.of("EQ", RiskClass.EQUITY, ShiftType.LOG),
            RiskFactor.of("IR", RiskClass.INTEREST_RATE, ShiftType.ABSOLUTE)));

    @Test
    void a_book_and_its_scenarios_give_the_same_vector_on_the_other_side() throws Exception {
        MonteCarloScenarios scenarios = new MonteCarloScenarios(
                FactorModel.of(SET, new double[] {0.01, 0.001}, new double[][] {{1, 0.2}, {0.2, 1}}, 0),
                MonteCarloSettings.studentT(1, 500, 5.0));
        Book book = Book.empty("b", SET);
        book.netted().add(0, 1e6, 2e5);
        book.options()
                .add(
                        new OptionPosition(
                                new EuropeanOption(EuropeanOption.OptionType.PUT, 100.0, 0.5),
                                OptionPosition.Exercise.AMERICAN,
                                0,
                                -1,
                                new BlackScholes.Market(100.0, 0.02, 0.01, 0.2)),
                        -1_000.0);
        book.cashFlows()
                .addBond(
                        new DiscountCurve("USD", new int[] {1}, new double[] {5}, new double[] {0.03}, -1, 1.0),
                        1e6,
                        0.03,
                        1,
                        1.0,
                        5);
        PnlVector expected = new Revaluation(scenarios, GridSettings.standard()).pnl(book);

        Scenarios arrived = copy(scenarios);
        PnlVector there = new Revaluation(arrived, GridSettings.standard()).pnl(copy(book));

        assertThat(there).isEqualTo(expected);
        assertThat(copy(expected)).isEqualTo(expected);
        assertThat(copy(TailRisk.of(expected, ConfidenceLevel.P99))).isEqualTo(TailRisk.of(there, ConfidenceLevel.P99));
    }

    @Test
    void models_and_parameters_arrive_whole() throws Exception {
        Exposure exposure = Exposure.drawn("x", ExposureClass.CORPORATE, RatingBand.UNRATED, new BigDecimal("100"));
        StandardisedApproach approach = new StandardisedApproach(RiskWeights.basel2023());

        assertThat(copy(approach).apply(copy(exposure))).isEqualTo(approach.apply(exposure));
        assertThat(copy(BetaGeometricNbd.of(1, 2, 3, 4))).isEqualTo(BetaGeometricNbd.of(1, 2, 3, 4));
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
