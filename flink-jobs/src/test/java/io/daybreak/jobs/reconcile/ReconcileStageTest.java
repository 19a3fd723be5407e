package io.daybreak.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.Balance;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileStageTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    /** A stage known by what it declares; its work is done by the test. */
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

    private static final Stage INTAKE = declared("intake", List.of("transactions"), List.of("feed_totals"));
    private static final Stage ANOMALY = declared("anomaly", List.of("feed_totals"), List.of("anomaly_outcomes"));

    @TempDir
    Path folder;

    private StageHarness harness;
    private RunStore store;
    private final ReconcileStage reconcile = new ReconcileStage(List.of(INTAKE, ANOMALY));

    @BeforeEach
    void publish() throws Exception {
        harness = StageHarness.at(folder.resolve("lake"), DATE);
        store = new RunStore(harness.lake());
        harness.publish(
                "feed_totals",
                List.of(Map.of("feed", "transactions", "currency", "EUR", "row_count", "3", "amount", "30.00")));
        harness.publish(
                "anomaly_outcomes",
                List.of(
                        Map.of(
                                "detector",
                                "VELOCITY",
                                "outcome",
                                "NORMAL",
                                "transaction_count",
                                "2",
                                "amount_base",
                                "20.00"),
                        Map.of(
                                "detector",
                                "VELOCITY",
                                "outcome",
                                "FLAGGED",
                                "transaction_count",
                                "1",
                                "amount_base",
                                "10.00")));
        record(1, "intake", "feed_totals", 1, total(Side.OUT, 3, "30.00"));
        record(1, "anomaly", "anomaly_outcomes", 2, total(Side.IN, 3, "30.00"), total(Side.OUT, 3, "30.00"));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void a_night_that_holds_together_publishes_every_total() throws Exception {
        List<ControlTotal> totals = run(1);

        assertThat(Balance.of(totals)).allMatch(Balance.Line::balanced);
        assertThat(harness.read("control_totals"))
                .extracting(row -> row.get("stage") + " " + row.get("side") + " " + row.get("currency") + " "
                        + row.get("row_count") + " " + row.get("amount"))
                .containsExactly("anomaly IN EUR 3 30.00", "anomaly OUT EUR 3 30.00", "intake OUT EUR 3 30.00");
    }

    @Test
    void a_night_that_holds_together_leaves_lineage_and_sealed_evidence() throws Exception {
        run(1);

        Path run = store.folder(DATE, 1);
        JsonNode events =
                new ObjectMapper().readTree(run.resolve("lineage.json").toFile());
        assertThat(events).hasSize(2);
        assertThat(events.get(1).path("job").path("name").asText()).isEqualTo("night.anomaly");
        assertThat(events.get(1).path("inputs").get(0).path("name").asText()).endsWith("/tables/night/feed_totals");
        assertThat(events.get(0)
                        .path("outputs")
                        .get(0)
                        .path("outputFacets")
                        .path("outputStatistics")
                        .path("rowCount")
                        .asInt())
                .isEqualTo(1);
        EvidenceChain evidence = EvidenceChain.read(run);
        assertThat(evidence.entries())
                .extracting(EvidenceChain.Entry::file)
                .containsExactly("stage-intake.json", "stage-anomaly.json", "lineage.json");
        assertThat(evidence.findings(run)).isEmpty();
    }

    @Test
    void a_stage_that_took_in_less_than_was_given_out_stops_the_night() throws Exception {
        record(1, "anomaly", "anomaly_outcomes", 2, total(Side.IN, 2, "20.00"), total(Side.OUT, 2, "20.00"));

        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> run(1));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.OUT_OF_BALANCE);
        assertThat(failure.count()).isEqualTo(1);
        assertThat(failure.file()).endsWith("stage-anomaly.json");
        assertThat(failure.what()).contains("stage intake gave out 3 rows", "stage anomaly took in 2 rows");
        assertThat(failure.next()).contains("--from intake");
        assertThat(harness.read("control_totals")).isEmpty();
    }

    @Test
    void a_row_that_came_into_a_table_from_elsewhere_stops_the_night() throws Exception {
        harness.publish(
                "feed_totals",
                List.of(Map.of("feed", "transactions", "currency", "USD", "row_count", "1", "amount", "1.00")));

        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> run(1));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.OUT_OF_BALANCE);
        assertThat(failure.what()).isEqualTo("table feed_totals has 2 rows of the business date, stage intake wrote 1");
        assertThat(failure.count()).isEqualTo(1);
    }

    @Test
    void what_an_earlier_attempt_published_counts_and_its_chain_goes_on() throws Exception {
        run(1);

        List<ControlTotal> totals = run(2);

        assertThat(Balance.of(totals)).allMatch(Balance.Line::balanced);
        EvidenceChain second = EvidenceChain.read(store.folder(DATE, 2));
        assertThat(second.follows())
                .isEqualTo(EvidenceChain.read(store.folder(DATE, 1)).head());
        assertThat(second.entries()).extracting(EvidenceChain.Entry::file).containsExactly("lineage.json");
    }

    @Test
    void a_date_of_which_nothing_is_published_has_nothing_to_reconcile() {
        StageHarness empty = harness.on(DATE.plusDays(1));

        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> run(empty, DATE.plusDays(1), 1));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.INPUT_MISSING);
    }

    private List<ControlTotal> run(int attempt) throws Exception {
        return run(harness, DATE, attempt);
    }

    /** As the night runs a stage: staged, run, totalled, published. */
    private List<ControlTotal> run(StageHarness on, LocalDate date, int attempt) throws Exception {
        StageContext context = new StageContext(
                reconcile.spec(),
                date,
                NightSettings.DEFAULTS,
                on.lake(),
                on.catalog(),
                StageHarness.shared(),
                store.folder(date, attempt),
                "",
                records -> {});
        for (TableSpec table : reconcile.spec().writes()) {
            on.catalog().stage(table, date.toString());
        }
        reconcile.run(context);
        List<ControlTotal> totals = reconcile.totals(context);
        for (TableSpec table : reconcile.spec().writes()) {
            on.catalog().publish(table, on.catalog().stagedSnapshot(table));
        }
        return totals;
    }

    private void record(int attempt, String stage, String table, long rows, ControlTotal... totals) throws Exception {
        store.write(
                store.folder(DATE, attempt),
                new StageRecord(
                        stage,
                        StageRecord.State.PUBLISHED,
                        0,
                        1.5,
                        rows,
                        List.of(new StageRecord.Output(table, 1, rows, "-")),
                        List.of(totals)));
    }

    private static Stage declared(String name, List<String> reads, List<String> writes) {
        return new Declared(StageSpec.of(name, StageClass.CRITICAL, name, reads, List.of(), writes));
    }

    private static ControlTotal total(Side side, long rows, String amount) {
        return new ControlTotal("transactions", side, "EUR", rows, new BigDecimal(amount));
    }
}
