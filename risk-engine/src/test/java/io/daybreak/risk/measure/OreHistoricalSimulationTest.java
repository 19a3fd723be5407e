package io.daybreak.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.SharedFolder;
import io.daybreak.risk.revalue.PnlVector;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Historical simulation of OpenSourceRisk/Engine, Examples/MarketRisk/ExpectedOutput/HistSimVar: 715 ten-day P&Ls. */
class OreHistoricalSimulationTest {
    /** Printed by ORE: class, loss quantiles at 1 % and 5 %, shortfalls at 1 % and 5 %, gain quantiles at 95 % and 99 %. */
    private static final String[] PRINTED = {
        "All -874503.346996 -629899.117052 -949845.987415 -777808.702398 552878.307798 846747.819325",
        "InterestRate -63274.845054 -47022.474291 -68496.179457 -56659.032043 75704.158273 103062.448727",
        "FX -884244.095663 -636898.798448 -955311.193585 -776950.293297 534980.406779 806008.993809"
    };

    @Test
    void quantiles_and_shortfalls_are_those_ore_prints() throws IOException {
        List<String> lines =
                Files.readAllLines(SharedFolder.file("data/risk-reference/ore/histsim_historical_PnL.csv"));
        for (String line : PRINTED) {
            String[] f = line.split(" ");
            for (String type : new String[] {"All", "DeltaGamma"}) {
                double[] pnl = lines.stream()
                        .map(row -> row.split(","))
                        .filter(row -> row[0].equals("All") && row[1].equals(f[0]) && row[2].equals(type))
                        .mapToDouble(row -> Double.parseDouble(row[5]))
                        .toArray();
                assertThat(pnl).hasSize(715);
                PnlVector vector = PnlVector.ofUnits("ore", pnl);

                // P&L is held to 1e-4 of a unit, ORE prints six decimals.
                assertThat(var(vector, "0.99")).isCloseTo(-number(f[1]), within(1e-4));
                assertThat(var(vector, "0.95")).isCloseTo(-number(f[2]), within(1e-4));
                assertThat(shortfall(vector, "0.99")).isCloseTo(-number(f[3]), within(1e-4));
                assertThat(shortfall(vector, "0.95")).isCloseTo(-number(f[4]), within(1e-4));
                PnlVector mirrored = PnlVector.zero("ore", 715).minus(vector);
                assertThat(var(mirrored, "0.95")).isCloseTo(number(f[5]), within(1e-4));
                assertThat(var(mirrored, "0.99")).isCloseTo(number(f[6]), within(1e-4));
            }
        }
    }

    private static double var(PnlVector vector, String level) {
        return TailRisk.of(vector, ConfidenceLevel.of(level)).valueAtRisk();
    }

    private static double shortfall(PnlVector vector, String level) {
        return TailRisk.of(
                        vector,
                        ConfidenceLevel.of(level),
                        QuantileConvention.FLOOR_PLUS_ONE,
                        ShortfallConvention.AT_OR_BEYOND_VAR)
                .expectedShortfall();
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
