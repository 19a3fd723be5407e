package io.daybreak.jobs.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.testing.StageHarness;
import io.daybreak.risk.measure.ConfidenceLevel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskStageTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);
    private static final int DAYS = 241;

    @TempDir
    Path folder;

    @Test
    void an_independent_engine_finds_the_same_historical_profit_and_loss_to_the_quantum() throws Exception {
        try (StageHarness harness = landed(folder)) {
            StageHarness.Ran ran = harness.run(new RiskStage());

            assertThat(ran.differences()).isEmpty();
            List<Long> expected = oracle(harness);
            List<Long> firm = sum(harness.read("pnl_vectors"), "HISTORICAL");
            assertThat(firm).hasSize(DAYS - 1);
            for (int i = 0; i < firm.size(); i++) {
                // Four parts are rounded each on its own.
                assertThat(firm.get(i)).isCloseTo(expected.get(i), within(3L));
            }
            // Hull's convention: of 240 losses at 99 % the one of ascending rank floor(237.6) + 1 = 238.
            List<Long> ascending = expected.stream().map(pnl -> -pnl).sorted().toList();
            BigDecimal hull = BigDecimal.valueOf(ascending.get(237), 4).setScale(2, RoundingMode.HALF_EVEN);
            assertThat((BigDecimal) measure(harness, "VAR", "FIRM").get("amount"))
                    .isCloseTo(hull, within(cent()));
        }
    }

    @Test
    void components_add_up_and_shortfall_is_beyond_value_at_risk() throws Exception {
        try (StageHarness harness = landed(folder)) {
            harness.run(new RiskStage());

            BigDecimal components = harness.read("risk_measures").stream()
                    .filter(row -> row.get("measure").equals("COMPONENT_VAR")
                            && row.get("scenario_set").equals("HISTORICAL")
                            && row.get("portfolio_level").equals("BOOK"))
                    .map(row -> (BigDecimal) row.get("amount"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal valueAtRisk =
                    (BigDecimal) measure(harness, "VAR", "FIRM").get("amount");
            assertThat(components).isCloseTo(valueAtRisk, within(cent().multiply(BigDecimal.valueOf(2))));
            assertThat(harness.read("stress_results"))
                    .extracting(row -> row.get("scenario_name"))
                    .contains("rates-up-200bp", "equity-crash", "currency-shock");
        }
    }

    @Test
    void a_position_nobody_can_value_is_named_with_its_reason_and_the_rest_balances() throws Exception {
        try (StageHarness harness = landed(folder)) {
            StageHarness.Ran ran = harness.run(new RiskStage());

            assertThat(harness.read("unpriced_positions"))
                    .extracting(row -> row.get("position_id") + " " + row.get("reason"))
                    .containsExactly(
                            "P5 NO_DURATION",
                            "P6 UNKNOWN_INSTRUMENT",
                            "P7 NO_FIXING",
                            "P8 NO_HISTORY",
                            "P9 OPTION_TERMS");
            assertThat(ran.totals())
                    .anyMatch(total -> total.rows() == 2 && total.currency().equals("USD"));
            assertThat(ran.differences()).isEmpty();
        }
    }

    @Test
    void digits_do_not_depend_on_parallelism() throws Exception {
        List<List<Map<String, Object>>> seen = new ArrayList<>();
        for (int parallelism : List.of(1, 2, 4)) {
            Path at = folder.resolve("p" + parallelism);
            try (StageHarness harness = landed(at);
                    Cluster cluster = Cluster.embedded(parallelism, at.resolve("scratch"))) {
                harness.run(new RiskStage(), "", cluster);
                List<Map<String, Object>> rows = new ArrayList<>(harness.read("pnl_vectors"));
                rows.addAll(harness.read("risk_measures"));
                rows.addAll(harness.read("stress_drivers"));
                seen.add(rows);
            }
        }

        assertThat(seen.get(0)).isNotEmpty().isEqualTo(seen.get(1)).isEqualTo(seen.get(2));
    }

    @Test
    void a_slice_asked_later_is_measured_from_the_published_vectors_as_the_night_did() throws Exception {
        try (StageHarness harness = landed(folder)) {
            harness.run(new RiskStage());
            RiskSlice slices = RiskSlice.read(harness.catalog(), DATE, "HISTORICAL");
            List<RiskSlice.BookName> equities = slices.books().stream()
                    .filter(book -> book.desk().equals("EQUITIES"))
                    .toList();

            RiskSlice.Measured desk = slices.measure(equities, ConfidenceLevel.P99, 3);
            RiskSlice.Measured bank = slices.measure(List.copyOf(slices.books()), ConfidenceLevel.P99, 3);

            assertThat(equities).hasSize(2);
            assertThat(BigDecimal.valueOf(bank.valueAtRisk().valueAtRisk()))
                    .isCloseTo((BigDecimal) measure(harness, "VAR", "FIRM").get("amount"), within(cent()));
            assertThat(bank.part()).isCloseTo(bank.bank(), within(1e-6));
            Map<String, BigDecimal> published = new java.util.HashMap<>();
            harness.read("risk_measures").stream()
                    .filter(row -> row.get("portfolio").equals("EQUITIES")
                            && row.get("scenario_set").equals("HISTORICAL"))
                    .forEach(row -> published.put((String) row.get("measure"), (BigDecimal) row.get("amount")));
            assertThat(BigDecimal.valueOf(desk.valueAtRisk().valueAtRisk()))
                    .isCloseTo(published.get("VAR"), within(cent()));
            assertThat(BigDecimal.valueOf(desk.part())).isCloseTo(published.get("COMPONENT_VAR"), within(cent()));
            assertThat(BigDecimal.valueOf(desk.bank() - desk.bankWithout()))
                    .isCloseTo(published.get("INCREMENTAL_VAR"), within(cent()));
            assertThat(desk.worst()).hasSize(3);
            assertThat(desk.worst().get(0).scenario()).startsWith("202");
            assertThat(RiskSlice.read(harness.catalog(), DATE.plusDays(1), "HISTORICAL")
                            .books())
                    .isEmpty();
            StringWriter told = new StringWriter();
            int exit = io.daybreak.jobs.cli.Commands.execute(
                    new PrintWriter(told),
                    "risk",
                    "--date",
                    DATE.toString(),
                    "--lake",
                    harness.lake().root().toString(),
                    "--desk",
                    "EQUITIES");
            assertThat(exit).isZero();
            assertThat(told.toString())
                    .contains("240 scenarios, 2 of 4 books", "FLOOR_PLUS_ONE", "the bank without it");
        }
    }

    @Test
    void a_stale_series_is_reported_and_does_not_end_the_night() throws Exception {
        try (StageHarness harness = landed(folder)) {
            harness.run(new RiskStage());

            assertThat(harness.read("risk_alerts"))
                    .extracting(row -> row.get("scenario_id") + " " + row.get("subject_id"))
                    .contains("STALE_FACTOR CR.STALE", "SHORT_HISTORY EQ.YOUNG", "BAD_LEVEL EQ.A");
        }
    }

    private static Map<String, Object> measure(StageHarness harness, String name, String level) throws Exception {
        return harness.read("risk_measures").stream()
                .filter(row -> row.get("measure").equals(name)
                        && row.get("scenario_set").equals("HISTORICAL")
                        && row.get("portfolio_level").equals(level))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal cent() {
        return new BigDecimal("0.01");
    }

    private static List<Long> sum(List<Map<String, Object>> vectors, String set) {
        List<Long> sum = new ArrayList<>();
        for (Map<String, Object> row : vectors) {
            if (row.get("scenario_set").equals(set)) {
                List<?> pnl = (List<?>) row.get("pnl_e4");
                for (int i = 0; i < pnl.size(); i++) {
                    long value = (Long) pnl.get(i);
                    if (sum.size() <= i) {
                        sum.add(value);
                    } else {
                        sum.set(i, sum.get(i) + value);
                    }
                }
            }
        }
        return sum;
    }

    /** Historical P&L by day in quanta, computed by DuckDB from the landed feeds for this book only. */
    private static List<Long> oracle(StageHarness harness) throws Exception {
        String query = """
                WITH level AS (SELECT factor_id, price_date, CAST(level AS DOUBLE) AS level FROM market_history),
                move AS (
                  SELECT factor_id, price_date,
                    level / lag(level) OVER w - 1 AS relative, level - lag(level) OVER w AS absolute
                  FROM level WINDOW w AS (PARTITION BY factor_id ORDER BY price_date)),
                day AS (
                  SELECT price_date,
                    max(CASE WHEN factor_id = 'EQ.US' THEN relative END) AS share,
                    max(CASE WHEN factor_id = 'FX.USD' THEN relative END) AS dollar,
                    max(CASE WHEN factor_id = 'IR.EUR.5Y' THEN absolute END) AS rate
                  FROM move GROUP BY price_date)
                SELECT CAST(round(10000 * (
                    -- 1,000 dollars of shares: their gain at the day's rate, their value at the change of the rate
                    1000 * share * 0.9 * (1 + dollar) + 1000 * 0.9 * dollar
                    -- 2,000 dollars notional of a future on them: only the gain is money
                    + 2000 * share * 0.9 * (1 + dollar)
                    -- 50,000 euro of a bond with a duration of 4.5 years
                    - 50000 * 4.5 * rate + 50000 * 4.5 * 4.5 * rate * rate / 2
                    -- 700 euro of dollars sold short
                    - 700 * dollar)) AS BIGINT)
                FROM day WHERE share IS NOT NULL AND rate IS NOT NULL ORDER BY price_date""";
        List<Long> pnl = new ArrayList<>();
        try (Connection duckdb = harness.duckdb("market_history");
                ResultSet rows = duckdb.createStatement().executeQuery(query)) {
            while (rows.next()) {
                pnl.add(rows.getLong(1));
            }
        }
        return pnl;
    }

    private static StageHarness landed(Path root) throws Exception {
        StageHarness harness = StageHarness.at(root, DATE);
        harness.land(
                "instruments",
                List.of(
                        instrument("SHARE", "EQUITY", "CASH", "USD", "EQ.US"),
                        instrument("FUTURE", "EQUITY", "FUTURE", "USD", "EQ.US"),
                        with(instrument("BOND", "BOND", "CASH", "EUR", "IR.EUR.5Y"), "modified_duration", "4.5"),
                        instrument("DOLLAR", "FX", "CASH", "EUR", "FX.USD"),
                        instrument("NODURATION", "BOND", "CASH", "EUR", "IR.EUR.5Y"),
                        instrument("YOUNG", "EQUITY", "CASH", "EUR", "EQ.YOUNG"),
                        with(instrument("NOSTRIKE", "EQUITY", "OPTION", "USD", "EQ.US"), "option_type", "CALL")));
        harness.land(
                "positions",
                List.of(
                        position("P1", "EQUITIES", "EQ-1", "SHARE", "10", "100", "1000.00", "USD"),
                        position("P2", "EQUITIES", "EQ-2", "FUTURE", "20", "100", "2000.00", "USD"),
                        position("P3", "RATES", "FI-1", "BOND", "50000", "1", "50000.00", "EUR"),
                        position("P4", "RATES", "FX-1", "DOLLAR", "-800", "0.875", "-700.00", "EUR"),
                        position("P5", "RATES", "FI-1", "NODURATION", "1", "1", "1.00", "EUR"),
                        position("P6", "RATES", "FI-1", "NOBODY", "1", "1", "1.00", "EUR"),
                        position("P7", "EQUITIES", "EQ-1", "SHARE", "1", "100", "100.00", "XAU"),
                        position("P8", "EQUITIES", "EQ-1", "YOUNG", "1", "100", "100.00", "EUR"),
                        position("P9", "EQUITIES", "EQ-1", "NOSTRIKE", "1", "100", "100.00", "EUR")));
        harness.land(
                "risk_factors",
                List.of(
                        factor("EQ.US", "EQUITY", "RELATIVE"),
                        factor("EQ.A", "EQUITY", "RELATIVE"),
                        factor("EQ.YOUNG", "EQUITY", "RELATIVE"),
                        factor("FX.USD", "FX", "RELATIVE"),
                        factor("IR.EUR.5Y", "RATE", "ABSOLUTE"),
                        factor("CR.A", "CREDIT", "ABSOLUTE"),
                        factor("CR.STALE", "CREDIT", "ABSOLUTE")));
        harness.land("fx_rates", List.of(Map.of("currency", "USD", "rate_to_base", "0.9")));
        harness.land("market_history", history());
        harness.publish(
                "feed_totals",
                List.of(
                        feedTotal("EUR", 6, "49502.00"),
                        feedTotal("USD", 2, "3000.00"),
                        feedTotal("XAU", 1, "100.00")));
        return harness;
    }

    private static List<Map<String, String>> history() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            String date = DATE.minusDays(DAYS - 1L - day).toString();
            double wave = Math.sin(day * 1.7) + 0.5 * Math.cos(day * 0.9 * day);
            double other = Math.cos(day * 2.3) + 0.4 * Math.sin(0.31 * day * day);
            rows.add(level("EQ.US", date, 100 + 2 * wave));
            rows.add(level("EQ.A", date, day == 50 ? -1 : 80 + other));
            rows.add(level("FX.USD", date, 0.9 + 0.005 * other));
            rows.add(level("IR.EUR.5Y", date, 0.02 + 0.0008 * wave * other));
            rows.add(level("CR.A", date, 0.01 + 0.0002 * other));
            rows.add(level("CR.STALE", date, day > DAYS - 30 ? 0.012 : 0.012 + 0.0003 * wave));
            if (day > DAYS - 20) {
                rows.add(level("EQ.YOUNG", date, 100 + wave));
            }
        }
        return rows;
    }

    private static Map<String, String> level(String factor, String date, double level) {
        return Map.of(
                "factor_id",
                factor,
                "price_date",
                date,
                "level",
                BigDecimal.valueOf(level).setScale(8, RoundingMode.HALF_EVEN).toPlainString());
    }

    private static Map<String, String> factor(String id, String factorClass, String shift) {
        return Map.of(
                "factor_id",
                id,
                "factor_class",
                factorClass,
                "currency",
                "EUR",
                "shift_type",
                shift,
                "log_shift",
                "0",
                "liquidity_horizon_days",
                "10");
    }

    private static Map<String, String> instrument(
            String id, String assetClass, String kind, String currency, String factor) {
        return Map.of(
                "instrument_id",
                id,
                "name",
                id,
                "asset_class",
                assetClass,
                "kind",
                kind,
                "currency",
                currency,
                "risk_factor",
                factor,
                "multiplier",
                "1");
    }

    private static Map<String, String> with(Map<String, String> row, String column, String value) {
        Map<String, String> more = new java.util.HashMap<>(row);
        more.put(column, value);
        return more;
    }

    private static Map<String, String> position(
            String id,
            String desk,
            String book,
            String instrument,
            String quantity,
            String price,
            String value,
            String currency) {
        return Map.of(
                "position_id",
                id,
                "desk",
                desk,
                "book",
                book,
                "instrument_id",
                instrument,
                "quantity",
                quantity,
                "price",
                price,
                "market_value",
                value,
                "currency",
                currency);
    }

    private static Map<String, String> feedTotal(String currency, int rows, String amount) {
        return Map.of("feed", "positions", "currency", currency, "row_count", "" + rows, "amount", amount);
    }
}
