package io.daybreak.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.SharedFolder;
import io.daybreak.risk.measure.ConfidenceLevel;
import io.daybreak.risk.measure.TailRisk;
import io.daybreak.risk.revalue.Book;
import io.daybreak.risk.revalue.GridSettings;
import io.daybreak.risk.revalue.PnlVector;
import io.daybreak.risk.revalue.Revaluation;
import io.daybreak.risk.stress.HistoricalEpisode;
import io.daybreak.risk.stress.StressResult;
import io.daybreak.risk.stress.StressScenario;
import io.daybreak.risk.stress.StressTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The whole way on real series: ECB rates, Treasury yields, crude oil, VIX; skipped where they are absent. */
class RealMarketTest {
    private static final String[] CURRENCIES = {"USD", "JPY", "GBP", "CHF", "SEK", "NOK", "CAD", "AUD", "PLN", "HUF"};
    private static final String[] TENORS = {"BC_3MONTH", "BC_1YEAR", "BC_2YEAR", "BC_5YEAR", "BC_10YEAR", "BC_30YEAR"};

    @Test
    void oil_that_fell_below_zero_is_refused_under_log_moves() throws IOException {
        assertThatThrownBy(() -> panel(ShiftType.LOG))
                .hasMessageContaining("WTI on 2020-04-20 is -36.98; LOG moves need a finite level above 0.0");
        assertThat(panel(ShiftType.ABSOLUTE).factors().size()).isEqualTo(CURRENCIES.length + TENORS.length + 2);
    }

    @Test
    void sixty_days_of_history_are_singular_and_still_simulate_with_their_volatilities() throws IOException {
        FactorHistory history = panel(ShiftType.ABSOLUTE).between(LocalDate.of(2021, 12, 1), LocalDate.of(2022, 3, 11));

        FactorModel model = FactorModel.estimate(history, 1, new FactorModel.Settings(0.97, 30, 0));
        MonteCarloScenarios cube = new MonteCarloScenarios(model, MonteCarloSettings.studentT(1, 50_000, 5.0));

        double[][] moves = MonteCarloScenariosTest.read(cube, 256);
        for (int f = 0; f < moves.length; f++) {
            double square = 0.0;
            for (double move : moves[f]) {
                square += move * move / moves[f].length;
            }
            assertThat(Math.sqrt(square) / model.volatility(f)).isCloseTo(1.0, within(0.05));
        }
    }

    @Test
    void historical_and_simulated_value_at_risk_of_a_real_book_agree_in_size() throws IOException {
        FactorHistory history = panel(ShiftType.ABSOLUTE).between(LocalDate.of(2015, 1, 1), LocalDate.of(2019, 12, 31));
        Book book = book(history);

        HistoricalScenarios past = HistoricalScenarios.of(history, 1, HistoricalScenarios.Incomplete.DROP_DATE);
        FactorModel model = FactorModel.estimate(history, 1, FactorModel.Settings.standard());
        MonteCarloScenarios future = new MonteCarloScenarios(model, MonteCarloSettings.studentT(7, 50_000, 5.0));
        PnlVector historical = new Revaluation(past, GridSettings.standard()).pnl(book);
        PnlVector simulated = new Revaluation(future, GridSettings.standard()).pnl(book);

        double ratio = TailRisk.of(historical, ConfidenceLevel.P99).valueAtRisk()
                / TailRisk.of(simulated, ConfidenceLevel.P99).valueAtRisk();
        assertThat(past.count()).isBetween(1_100, 1_260);
        assertThat(ratio).isBetween(0.7, 1.4);
    }

    @Test
    void march_2020_moves_the_book_as_the_data_say() throws IOException {
        FactorHistory history = panel(ShiftType.ABSOLUTE);
        HistoricalEpisode covid = HistoricalEpisode.standard().get(3);

        StressResult result = StressTest.run(book(history), StressScenario.historical(covid, history));

        // EIA spot prices of 19 February and 23 March 2020: WTI 53.31 and 23.33.
        assertThat(result.drivers())
                .filteredOn(driver -> driver.factorId().equals("WTI"))
                .singleElement()
                .satisfies(driver -> assertThat(driver.move()).isCloseTo(23.33 - 53.31, within(0.5)));
        assertThat(result.crossEffect()).isCloseTo(0.0, within(1e-3));
    }

    private static Book book(FactorHistory history) {
        Book book = Book.empty("real", history.factors());
        for (int f = 0; f < history.factors().size(); f++) {
            RiskFactor factor = history.factors().get(f);
            double delta = switch (factor.riskClass()) {
                case FX -> 1_000_000.0;
                case INTEREST_RATE -> -200_000.0;
                case COMMODITY -> 10_000.0;
                case EQUITY, CREDIT_SPREAD, VOLATILITY -> 5_000.0;
            };
            book.netted().add(f, delta, 0.0);
        }
        return book;
    }

    /** All series on the union of their dates from 2005 on. */
    private static FactorHistory panel(ShiftType oil) throws IOException {
        List<RiskFactor> factors = new ArrayList<>();
        Map<LocalDate, double[]> days = new TreeMap<>();
        int width = CURRENCIES.length + TENORS.length + 2;
        for (String currency : CURRENCIES) {
            factors.add(RiskFactor.of("FX/EUR" + currency, RiskClass.FX, ShiftType.LOG));
        }
        for (String tenor : TENORS) {
            factors.add(RiskFactor.of("IR/USD/" + tenor, RiskClass.INTEREST_RATE, ShiftType.ABSOLUTE));
        }
        factors.add(RiskFactor.of("WTI", RiskClass.COMMODITY, oil));
        factors.add(RiskFactor.of("VIX", RiskClass.VOLATILITY, ShiftType.ABSOLUTE));
        load(days, width, 0, "ecb-fx/eurofxref-hist.csv", CURRENCIES);
        load(days, width, CURRENCIES.length, "ust/ust_par_yields_daily_1990_2022.csv", TENORS);
        load(days, width, width - 2, "datasets-org/oil-prices-wti-daily.csv", new String[] {"Price"});
        load(days, width, width - 1, "datasets-org/finance-vix-vix-daily.csv", new String[] {"CLOSE"});
        List<LocalDate> dates = new ArrayList<>();
        double[][] levels = new double[width][days.size()];
        days.forEach((date, row) -> {
            for (int f = 0; f < width; f++) {
                levels[f][dates.size()] = row[f];
            }
            dates.add(date);
        });
        return FactorHistory.of(FactorSet.of(factors), dates, levels);
    }

    private static void load(Map<LocalDate, double[]> days, int width, int first, String file, String[] columns)
            throws IOException {
        List<String> lines = Files.readAllLines(SharedFolder.file("data/marketdata/" + file));
        List<String> header = Arrays.asList(lines.get(0).split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            LocalDate date = LocalDate.parse(cells[0]);
            if (date.isBefore(LocalDate.of(2005, 1, 1)) || date.isAfter(LocalDate.of(2022, 3, 11))) {
                continue;
            }
            double[] levels = days.computeIfAbsent(date, key -> {
                double[] missing = new double[width];
                Arrays.fill(missing, Double.NaN);
                return missing;
            });
            for (int c = 0; c < columns.length; c++) {
                String cell = cells[header.indexOf(columns[c])];
                boolean missing = cell.equals("N/A") || file.startsWith("ust") && cell.equals("0.0");
                levels[first + c] = missing ? Double.NaN : Double.parseDouble(cell);
            }
        }
    }
}
