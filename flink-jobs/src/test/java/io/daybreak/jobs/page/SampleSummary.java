package io.daybreak.jobs.page;

import io.daybreak.jobs.page.NightSummary.BalanceLine;
import io.daybreak.jobs.page.NightSummary.OutputLine;
import io.daybreak.jobs.page.NightSummary.StageLine;
import io.daybreak.jobs.stage.NightSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A night with something in every section, typed in by hand. */
final class SampleSummary {

    static final String HOSTILE = "<script>alert('x')</script> & \"quoted\"";

    static NightSummary whole() {
        return night(null, List.of(), true);
    }

    static NightSummary unbalanced() {
        NightSummary.Failure failure = new NightSummary.Failure(
                6,
                "OUT_OF_BALANCE",
                "prepare",
                "transactions EUR: in 900 rows of 90000.00, out 898 rows of 89800.00, rejected 1 rows of 100.00",
                "enriched_transactions,rejected_transactions",
                1,
                "nothing of this stage was published; compare the staged tables with the stage's inputs",
                "the operator, with the balance board");
        return night(failure, List.of(), false);
    }

    /** A night of which only the first two stages ran. */
    static NightSummary partial() {
        NightSummary whole = whole();
        return new NightSummary(
                whole.schema(),
                whole.runId(),
                whole.businessDate(),
                whole.institution(),
                whole.baseCurrency(),
                0,
                "GOOD",
                true,
                3.5,
                null,
                whole.stages(),
                whole.balance(),
                whole.feeds(),
                whole.transactions(),
                NightSummary.AnomalyFigures.NONE,
                NightSummary.RiskFigures.NONE,
                List.of(),
                NightSummary.CapitalFigures.NONE,
                NightSummary.AlertFigures.NONE,
                List.of(),
                List.of(),
                List.of("anomalies", "risk", "credit", "capital", "alerts", "reports", "segments"),
                new NightSummary.Comparison("", List.of()),
                null,
                whole.settings(),
                whole.version());
    }

    private static NightSummary night(NightSummary.@Nullable Failure failure, List<String> notRun, boolean balanced) {
        return new NightSummary(
                NightSummary.SCHEMA,
                "2026-03-31.2",
                "2026-03-31",
                "Daybreak Sample Bank",
                "EUR",
                failure == null ? 0 : failure.exitCode(),
                failure == null ? "GOOD" : failure.state(),
                balanced,
                61.234,
                failure,
                stages(failure != null),
                balance(balanced),
                List.of(
                        new NightSummary.FeedLine("accounts", 4_000, Map.of(), "ab".repeat(32)),
                        new NightSummary.FeedLine(
                                "transactions",
                                1_000,
                                Map.of("EUR", money("90000.00"), "USD", money("10000.00")),
                                "cd".repeat(32))),
                day(),
                anomalies(),
                risk(),
                List.of(
                        new NightSummary.CreditLine(1, 900, money("450000000.00"), money("1200000.00")),
                        new NightSummary.CreditLine(2, 80, money("32000000.00"), money("900000.00")),
                        new NightSummary.CreditLine(3, 20, money("5000000.00"), money("2500000.00"))),
                capital(),
                alerts(),
                reports(),
                List.of(
                        new NightSummary.SegmentLine("CHAMPIONS", 120, money("340000.00"), 0.973),
                        new NightSummary.SegmentLine("AT_RISK", 480, money("96000.00"), 0.412)),
                notRun,
                new NightSummary.Comparison("2026-03-31.1", List.of()),
                null,
                NightSettings.DEFAULTS,
                Map.of("daybreak", "1.0.0", "flink", "1.20.1", "java", "17"));
    }

    private static List<StageLine> stages(boolean stopped) {
        List<StageLine> stages = new ArrayList<>();
        stages.add(stage("intake", "CRITICAL", 4.0, 1_000, List.of(), "feed_totals", "duplicate_rows"));
        stages.add(
                stopped
                        ? new StageLine(
                                "prepare",
                                "CRITICAL",
                                "one pass",
                                "FAILED",
                                "",
                                0,
                                0,
                                0,
                                0,
                                List.of("intake"),
                                List.of())
                        : stage(
                                "prepare",
                                "CRITICAL",
                                6.0,
                                1_000,
                                List.of("intake"),
                                "enriched_transactions",
                                "rejected_transactions"));
        if (stopped) {
            return stages;
        }
        stages.add(stage("anomaly", "CRITICAL", 9.0, 990, List.of("prepare"), "anomalies", "account_activity"));
        stages.add(stage("risk", "CRITICAL", 12.0, 400, List.of(), "risk_measures", "pnl_vectors"));
        stages.add(stage("credit", "REGULAR", 2.0, 300, List.of(), "credit_scores"));
        stages.add(stage("capital", "CRITICAL", 3.0, 300, List.of("risk", "credit"), "capital_measures"));
        stages.add(stage("aml", "REGULAR", 11.0, 990, List.of("prepare", "anomaly"), "aml_alerts"));
        stages.add(stage(
                "reports",
                "CRITICAL",
                5.0,
                90,
                List.of("prepare", "risk", "capital", "aml"),
                "report_cells",
                "report_files"));
        stages.add(stage(
                "reconcile",
                "CRITICAL",
                1.0,
                2_000,
                List.of("intake", "prepare", "anomaly", "risk", "credit", "capital", "aml", "reports"),
                "control_totals"));
        return stages;
    }

    private static StageLine stage(
            String name, String stageClass, double seconds, long rows, List<String> after, String... tables) {
        List<OutputLine> outputs = new ArrayList<>();
        for (String table : tables) {
            outputs.add(new OutputLine(table, rows, "0123456789abcdef".repeat(2), 4_711));
        }
        return new StageLine(
                name, stageClass, name, "PUBLISHED", "2026-03-31.2", 0, seconds, rows, rows / seconds, after, outputs);
    }

    private static List<BalanceLine> balance(boolean balanced) {
        return List.of(
                new BalanceLine(
                        "intake", "transactions", "*", 1_000, money("0"), 1_000, money("0"), 0, money("0"), true),
                new BalanceLine(
                        "prepare",
                        "transactions",
                        "EUR",
                        900,
                        money("90000.00"),
                        balanced ? 899 : 898,
                        balanced ? money("89900.00") : money("89800.00"),
                        1,
                        money("100.00"),
                        balanced),
                new BalanceLine(
                        "prepare",
                        "transactions",
                        "USD",
                        100,
                        money("10000.00"),
                        91,
                        money("9100.00"),
                        9,
                        money("900.00"),
                        true));
    }

    private static NightSummary.DayFigures day() {
        List<NightSummary.Bucket> hours = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            hours.add(new NightSummary.Bucket(hour, 41 + (12 - Math.abs(12 - hour)) * 3L, money("4125.00")));
        }
        return new NightSummary.DayFigures(
                1_000,
                990,
                10,
                money("99000.00"),
                hours,
                List.of(
                        new NightSummary.Bucket(0, 700, money("50000")),
                        new NightSummary.Bucket(10, 290, money("49000"))),
                List.of(
                        new NightSummary.RejectLine(
                                "TX05",
                                "VALIDITY",
                                "ERROR",
                                "amount is zero or negative",
                                7,
                                List.of(new NightSummary.RejectExample(HOSTILE, "part-00000.parquet", 17))),
                        new NightSummary.RejectLine(
                                "TX02", "COMPLETENESS", "FATAL", "account_id is missing or blank", 3, List.of())));
    }

    private static NightSummary.AnomalyFigures anomalies() {
        return new NightSummary.AnomalyFigures(
                List.of(
                        new NightSummary.DetectorLine("AMOUNT_ROBUST_Z", 900, 4, 86, money("51234.56")),
                        new NightSummary.DetectorLine("VELOCITY", 989, 1, 0, money("12.00"))),
                List.of(new NightSummary.AnomalyExample(
                        "AMOUNT_ROBUST_Z",
                        "T0001",
                        17.4,
                        money("48000.00"),
                        "48,000.00 against a median of 52.00, spread 2.76 log units, over 71 days")));
    }

    private static NightSummary.RiskFigures risk() {
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            counts.add((int) Math.round(60 * Math.exp(-Math.pow((i - 24) / 7.0, 2) / 2)));
        }
        return new NightSummary.RiskFigures(
                List.of(
                        measure("VAR", "HISTORICAL", "0.99", "FIRM", "Daybreak Sample Bank", "2450731.18", true),
                        measure(
                                "EXPECTED_SHORTFALL",
                                "HISTORICAL",
                                "0.975",
                                "FIRM",
                                "Daybreak Sample Bank",
                                "2901004.00",
                                false),
                        measure("VAR", "MONTE_CARLO", "0.99", "FIRM", "Daybreak Sample Bank", "2519990.02", true),
                        measure("VAR", "HISTORICAL", "0.99", "DESK", "RATES", "1800000.00", true)),
                List.of(
                        new NightSummary.Histogram("HISTORICAL", 500, -4_800_000, 200_000, counts),
                        new NightSummary.Histogram("MONTE_CARLO", 10_000, -5_100_000, 210_000, counts)),
                List.of(
                        new NightSummary.BacktestLine(
                                "FIRM", "Daybreak Sample Bank", 250, 3, "GREEN", new BigDecimal("1.5"), 0.758),
                        new NightSummary.BacktestLine("DESK", "RATES", 250, 7, "AMBER", new BigDecimal("1.75"), 0.019)),
                List.of(
                        new NightSummary.StressLine(
                                "Lehman 2008",
                                "FIRM",
                                "Daybreak Sample Bank",
                                money("-41250000.00"),
                                "EQ.INDEX",
                                money("-30000000.00")),
                        new NightSummary.StressLine(
                                "Rates up 200 bp",
                                "FIRM",
                                "Daybreak Sample Bank",
                                money("12500000.00"),
                                "IR.EUR.10Y",
                                money("9000000.00"))));
    }

    private static NightSummary.MeasureLine measure(
            String measure,
            String set,
            String confidence,
            String level,
            String portfolio,
            String amount,
            boolean interval) {
        BigDecimal value = money(amount);
        return new NightSummary.MeasureLine(
                measure,
                set,
                new BigDecimal(confidence),
                1,
                level,
                portfolio,
                value,
                interval ? value.multiply(new BigDecimal("0.9")) : null,
                interval ? value.multiply(new BigDecimal("1.1")) : null,
                "FLOOR_PLUS_ONE");
    }

    private static NightSummary.CapitalFigures capital() {
        return new NightSummary.CapitalFigures(
                List.of(
                        new NightSummary.CapitalLine(
                                "CET1_RATIO",
                                new BigDecimal("0.1423"),
                                "RATIO",
                                new BigDecimal("0.045"),
                                "CRE20 article 92(1)(a)"),
                        new NightSummary.CapitalLine(
                                "LCR", new BigDecimal("0.97"), "RATIO", new BigDecimal("1.00"), "LCR 40"),
                        new NightSummary.CapitalLine(
                                "TOTAL_RWA", new BigDecimal("3120.55"), "MILLIONS", null, "RBC20.4")),
                List.of(
                        new NightSummary.RwaLine("CORPORATE", 210, money("310000000.00"), money("295000000.00")),
                        new NightSummary.RwaLine("RETAIL", 800, money("150000000.00"), money("112500000.00"))));
    }

    private static NightSummary.AlertFigures alerts() {
        return new NightSummary.AlertFigures(
                3,
                List.of(
                        new NightSummary.ScenarioLine("AML", "AML-01", "CTR aggregation", 4_200, 3, money("36000.00")),
                        new NightSummary.ScenarioLine("AML", "AML-02", "structuring", 1_900, 0, BigDecimal.ZERO)),
                List.of(new NightSummary.AlertExample(
                        "AML-01:C1",
                        "AML",
                        "AML-01",
                        "CUSTOMER C1",
                        1.9,
                        4,
                        money("19000.00"),
                        "cash in of 19000.00 in 4 transactions, threshold 10000")));
    }

    private static List<NightSummary.ReportLine> reports() {
        return List.of(
                new NightSummary.ReportLine(
                        "fincen-ctr", "FinCEN", "fincen-ctr.xml", "VALID", 12, 48_213, "ef".repeat(32), List.of()),
                new NightSummary.ReportLine(
                        "corep-lr", "EBA", "-", "HELD", 0, 0, "-", List.of("v0437_m: total does not add up by 1.00")));
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    private SampleSummary() {}
}
