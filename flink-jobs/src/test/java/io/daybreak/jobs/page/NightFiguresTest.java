package io.daybreak.jobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.night.NightGraph;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.ControlTotal.Side;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import io.daybreak.jobs.testing.StageHarness;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightFiguresTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    private static final Map<String, List<String>> WRITES = Map.of(
            "prepare", List.of("enriched_transactions", "rejected_transactions"),
            "anomaly", List.of("anomalies", "anomaly_outcomes"),
            "risk", List.of("risk_measures", "pnl_vectors", "stress_results", "backtests"),
            "capital", List.of("capital_measures"),
            "aml", List.of("aml_alerts", "aml_scenario_runs"),
            "reports", List.of("report_files"),
            "analytics", List.of("customer_insights"));

    private record Declared(StageSpec spec) implements Stage {
        @Override
        public void run(StageContext context) {
            throw new UnsupportedOperationException("the test publishes for " + spec.name());
        }

        @Override
        public List<ControlTotal> totals(StageContext context) {
            return List.of();
        }
    }

    @TempDir
    Path folder;

    private StageHarness harness;
    private RunStore store;

    @BeforeEach
    void open() throws Exception {
        harness = StageHarness.at(folder.resolve("lake"), DATE);
        store = new RunStore(harness.lake());
        store.write(
                DATE,
                1,
                new RunManifest(
                        DATE + ".1",
                        DATE.toString(),
                        RunManifest.State.RUNNING,
                        Map.of("flink", "1.20.1"),
                        NightSettings.DEFAULTS,
                        2,
                        "",
                        List.of(),
                        Map.of(),
                        List.of()));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void every_section_shows_what_its_tables_hold() throws Exception {
        publishDay();
        publishRisk();
        publishOutcomes();
        for (String stage : WRITES.keySet()) {
            record(stage);
        }

        NightSummary night = collect(Ending.finished(12.5));

        assertThat(night.notRun()).containsExactly("credit");
        assertThat(night.exitCode()).isZero();
        assertThat(night.balanced()).isTrue();
        assertThat(night.transactions().landed()).isEqualTo(4);
        assertThat(night.transactions().clean()).isEqualTo(2);
        assertThat(night.transactions().byHour())
                .extracting(NightSummary.Bucket::from, NightSummary.Bucket::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(9, 1L), org.assertj.core.groups.Tuple.tuple(23, 1L));
        assertThat(night.transactions().rejects())
                .extracting(line -> line.rule() + " " + line.rows() + " " + line.severity())
                .containsExactly("TX05 2 ERROR", "TX02 1 FATAL");
        assertThat(night.transactions().rejects().get(0).examples())
                .extracting(NightSummary.RejectExample::row)
                .containsExactly(1L, 7L);
        assertThat(night.anomalies().detectors()).singleElement().satisfies(line -> {
            assertThat(line.flagged()).isEqualTo(1);
            assertThat(line.insufficientHistory()).isEqualTo(5);
            assertThat(line.flaggedAmountBase()).isEqualByComparingTo("48000");
        });
        assertThat(night.alerts().total()).isEqualTo(1);
        assertThat(night.alerts().scenarios())
                .extracting(line -> line.scenario() + " " + line.alerts())
                .containsExactly("AML-01 1", "AML-02 0");
        assertThat(night.alerts().highest()).singleElement().satisfies(alert -> {
            assertThat(alert.subject()).isEqualTo("CUSTOMER C1");
            assertThat(alert.explanation()).isEqualTo("cash in of 19000.00");
        });
        assertThat(night.segments()).singleElement().satisfies(line -> {
            assertThat(line.customers()).isEqualTo(2);
            assertThat(line.meanProbabilityActive()).isEqualTo(0.75);
        });
        assertThat(night.reports())
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo("VALID"));
        assertThat(NightPage.render(night)).contains("AML-01").contains("Not run tonight.");
    }

    @Test
    void the_banks_distribution_is_the_sum_of_its_books() throws Exception {
        publishRisk();
        record("risk");

        NightSummary night = collect(Ending.finished(1));

        // books (-3, 0, 1, 2) and (-1, 0, 1, 4), in units of the base currency: the bank's are -4, 0, 2, 6
        assertThat(night.risk().histograms()).singleElement().satisfies(histogram -> {
            assertThat(histogram.scenarios()).isEqualTo(4);
            assertThat(histogram.from()).isEqualTo(-4.0);
            assertThat(histogram.from() + histogram.width() * histogram.counts().size())
                    .isEqualTo(4.0);
            assertThat(histogram.counts().get(0)).isEqualTo(1);
            assertThat(histogram.counts().get(histogram.counts().size() - 1)).isEqualTo(1);
            assertThat(histogram.counts().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(4);
        });
        assertThat(KeyFigure.of(night)).contains(new KeyFigure("VaR 99 %, 1 day", "2.45 m", "EUR, historical"));
    }

    @Test
    void a_run_that_was_stopped_shows_what_the_stage_had_totalled() throws Exception {
        NightFailure failure =
                new NightFailure(ExitCode.OUT_OF_BALANCE, "one row is missing", "enriched_transactions", 1, "look");
        List<ControlTotal> totals = List.of(total(Side.IN, 4, "40.00"), total(Side.OUT, 3, "30.00"));

        NightSummary night = collect(new Ending(2, "prepare", totals, failure));

        assertThat(night.exitCode()).isEqualTo(6);
        assertThat(night.balanced()).isFalse();
        assertThat(night.balance())
                .singleElement()
                .satisfies(line -> assertThat(line.balanced()).isFalse());
        assertThat(night.stages())
                .filteredOn(stage -> stage.name().equals("prepare"))
                .extracting(NightSummary.StageLine::state)
                .containsExactly("FAILED");
        assertThat(night.notRun()).contains("transactions", "risk", "reports");
        assertThat(NightPage.render(night)).contains("one row is missing").contains("class=\"broken\"");
    }

    private NightSummary collect(Ending ending) throws Exception {
        List<Stage> stages = new ArrayList<>();
        for (String name : List.of("prepare", "anomaly", "risk", "capital", "aml", "reports", "analytics")) {
            stages.add(new Declared(StageSpec.of(
                    name, StageClass.CRITICAL, name, List.of(), List.of(), WRITES.getOrDefault(name, List.of()))));
        }
        return new NightFigures(new NightGraph(stages), StageHarness.shared(), harness.lake()).collect(DATE, 1, ending);
    }

    private void publishDay() throws Exception {
        harness.publish(
                "enriched_transactions",
                List.of(
                        row(
                                "transaction_id",
                                "T1",
                                "account_id",
                                "A1",
                                "customer_id",
                                "C1",
                                "booking_time",
                                "09:15:00"),
                        row(
                                "transaction_id",
                                "T2",
                                "account_id",
                                "A1",
                                "customer_id",
                                "C1",
                                "booking_time",
                                "23:59:59")));
        harness.publish(
                "rejected_transactions",
                List.of(
                        row(
                                "source_file",
                                "a.parquet",
                                "source_row",
                                "7",
                                "failed_rules",
                                List.of("TX05"),
                                "severity",
                                "ERROR"),
                        row(
                                "source_file",
                                "a.parquet",
                                "source_row",
                                "1",
                                "failed_rules",
                                List.of("TX02", "TX05"),
                                "severity",
                                "FATAL")));
    }

    private void publishRisk() throws Exception {
        for (String[] book : new String[][] {{"B1", "-30000,0,10000,20000"}, {"B2", "-10000,0,10000,40000"}}) {
            List<Long> pnl = new ArrayList<>();
            for (String each : book[1].split(",")) {
                pnl.add(Long.valueOf(each));
            }
            harness.publish(
                    "pnl_vectors",
                    List.of(row(
                            "scenario_set",
                            "HISTORICAL",
                            "desk",
                            "RATES",
                            "book",
                            book[0],
                            "scenario_count",
                            "4",
                            "horizon_days",
                            "1",
                            "pnl_e4",
                            pnl)));
        }
        harness.publish(
                "risk_measures",
                List.of(row(
                        "measure",
                        "VAR",
                        "scenario_set",
                        "HISTORICAL",
                        "confidence",
                        "0.99",
                        "horizon_days",
                        "1",
                        "portfolio_level",
                        "FIRM",
                        "portfolio",
                        "Bank",
                        "amount",
                        "2450731.18",
                        "convention",
                        "FLOOR_PLUS_ONE",
                        "tail_scenarios",
                        List.of(3))));
        harness.publish("stress_results", List.of());
        harness.publish("backtests", List.of());
    }

    private void publishOutcomes() throws Exception {
        harness.publish(
                "anomaly_outcomes",
                List.of(
                        row(
                                "detector",
                                "VELOCITY",
                                "outcome",
                                "FLAGGED",
                                "transaction_count",
                                "1",
                                "amount_base",
                                "48000.00"),
                        row(
                                "detector",
                                "VELOCITY",
                                "outcome",
                                "INSUFFICIENT_HISTORY",
                                "transaction_count",
                                "5",
                                "amount_base",
                                "1.00")));
        harness.publish("anomalies", List.of());
        harness.publish("capital_measures", List.of());
        harness.publish(
                "aml_alerts",
                List.of(row(
                        "alert_id",
                        "AML-01:C1",
                        "domain",
                        "AML",
                        "scenario_id",
                        "AML-01",
                        "subject_type",
                        "CUSTOMER",
                        "subject_id",
                        "C1",
                        "event_count",
                        "4",
                        "amount_base",
                        "19000.00",
                        "score",
                        "1.9",
                        "explanation",
                        "cash in of 19000.00",
                        "window_start",
                        "09:00:00",
                        "window_end",
                        "10:00:00",
                        "evidence",
                        List.of("T1"))));
        harness.publish(
                "aml_scenario_runs",
                List.of(
                        row(
                                "domain",
                                "AML",
                                "scenario_id",
                                "AML-01",
                                "scenario_name",
                                "x",
                                "examined_count",
                                "7",
                                "alert_count",
                                "1",
                                "alerted_base",
                                "19000.00"),
                        row(
                                "domain",
                                "AML",
                                "scenario_id",
                                "AML-02",
                                "scenario_name",
                                "y",
                                "examined_count",
                                "0",
                                "alert_count",
                                "0",
                                "alerted_base",
                                "0.00")));
        harness.publish(
                "report_files",
                List.of(row(
                        "report_id",
                        "ctr",
                        "authority",
                        "FinCEN",
                        "file_name",
                        "ctr.xml",
                        "state",
                        "VALID",
                        "record_count",
                        "1",
                        "byte_count",
                        "10",
                        "sha256",
                        "-",
                        "findings",
                        List.of())));
        for (String[] customer : new String[][] {{"C1", "0.5"}, {"C2", "1.0"}}) {
            harness.publish(
                    "customer_insights",
                    List.of(row(
                            "customer_id",
                            customer[0],
                            "segment",
                            "CHAMPIONS",
                            "recency_score",
                            "5",
                            "frequency_score",
                            "5",
                            "monetary_score",
                            "5",
                            "last_purchase",
                            "2026-03-30",
                            "repeat_days",
                            "3",
                            "spend_base",
                            "10.00",
                            "probability_active",
                            customer[1],
                            "expected_purchases",
                            "4.0",
                            "expected_value",
                            "5.0",
                            "lifetime_value",
                            "20.00")));
        }
    }

    /** A row as column names and values in turn. */
    private static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    private void record(String stage) throws Exception {
        List<StageRecord.Output> outputs = new ArrayList<>();
        for (String table : WRITES.getOrDefault(stage, List.of())) {
            outputs.add(new StageRecord.Output(table, 1, 1, "-"));
        }
        List<ControlTotal> totals = stage.equals("prepare")
                ? List.of(total(Side.IN, 4, "40.00"), total(Side.OUT, 2, "20.00"), total(Side.REJECTED, 2, "20.00"))
                : List.of();
        store.write(
                store.folder(DATE, 1), new StageRecord(stage, StageRecord.State.PUBLISHED, 0, 1, 1, outputs, totals));
    }

    private static ControlTotal total(Side side, long rows, String amount) {
        return new ControlTotal("transactions", side, "EUR", rows, new BigDecimal(amount));
    }
}
