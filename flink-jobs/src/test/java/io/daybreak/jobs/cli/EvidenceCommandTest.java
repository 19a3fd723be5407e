package io.daybreak.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.reconcile.EvidenceChain;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.testing.StageHarness;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The walk from what was filed or alerted back to its rows, on a lake in which every step is known. */
class EvidenceCommandTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    @TempDir
    Path lake;

    private String told = "";

    @Test
    void a_cell_and_an_alert_lead_to_their_rows_and_to_the_seal_on_the_stages_that_wrote_them() throws Exception {
        publish();
        RunStore store = new RunStore(new Lake(lake));
        Path run = store.folder(DATE, 1);
        for (String stage : List.of("capital", "aml", "prepare")) {
            store.write(run, record(stage, 1));
        }
        EvidenceChain.after(EvidenceChain.NOTHING_BEFORE)
                .seal(run, List.of("stage-capital.json", "stage-aml.json", "stage-prepare.json"))
                .write(run);

        assertThat(walk("--cell", "c_72.00.a/dp143486/-")).isZero();
        assertThat(told)
                .contains("eba.corep-lcr-da-4.2 c_72.00.a/dp143486/- (key -) = 30.00", "rule LCR30")
                .contains("ledger_id=L1", "ledger_id=L2", "2 row(s)")
                .doesNotContain("ledger_id=L3")
                .contains("ledger_lines is written by stage capital of run 2026-03-31.1")
                .contains("stage-capital.json is sealed, the chain holds");

        assertThat(walk("--alert", "AML-01:C1")).isZero();
        assertThat(told)
                .contains("AML-01:C1 = 19000.00", "transaction_id=T1", "transaction_id=T2", "2 row(s)")
                .contains("source_file=part-00000.parquet source_row=0")
                .doesNotContain("transaction_id=T3")
                .contains("written by stage prepare", "stage-aml.json is sealed");

        store.write(run, record("capital", 2));
        assertThat(walk("--cell", "c_72.00.a/dp143486/-")).isZero();
        assertThat(told).contains("THE SEAL IS BROKEN: stage-capital.json was changed after it was sealed");

        assertThat(walk("--cell", "c_72.00.a/dp1/-")).isEqualTo(ExitCode.INPUT_MISSING.code());
        assertThat(told).contains("no cell c_72.00.a/dp1/-");
        assertThat(walk("--cell", "c_72.00.a")).isEqualTo(ExitCode.USAGE.code());
    }

    private void publish() throws Exception {
        StageHarness day = StageHarness.at(lake, DATE);
        day.publish("ledger_lines", List.of(line("L1", "LEVEL_1"), line("L2", "LEVEL_1"), line("L3", "LEVEL_2A")));
        day.publish(
                "report_cells",
                List.of(Map.of(
                        "report_id",
                        "eba.corep-lcr-da-4.2",
                        "template",
                        "c_72.00.a",
                        "row_code",
                        "dp143486",
                        "column_code",
                        "-",
                        "cell_key",
                        "-",
                        "amount",
                        "30",
                        "unit",
                        "EUR",
                        "rule",
                        "LCR30",
                        "source_table",
                        "ledger_lines",
                        "source_filter",
                        "area = 'HQLA' AND rule_item = 'LEVEL_1'")));
        day.publish("enriched_transactions", List.of(transaction("T1"), transaction("T2"), transaction("T3")));
        Map<String, Object> alert = new java.util.HashMap<>();
        alert.put("alert_id", "AML-01:C1");
        alert.put("domain", "AML");
        alert.put("scenario_id", "AML-01");
        alert.put("subject_type", "CUSTOMER");
        alert.put("subject_id", "C1");
        alert.put("window_start", "09:00:00");
        alert.put("window_end", "10:00:00");
        alert.put("event_count", "2");
        alert.put("amount_base", "19000.00");
        alert.put("score", "1.9");
        alert.put("evidence", List.of("T1", "T2"));
        alert.put("explanation", "cash in of 19000.00 in 2 transactions");
        day.publish("aml_alerts", List.of(alert));
    }

    private static Map<String, String> line(String id, String item) {
        return Map.of(
                "ledger_id", id, "area", "HQLA", "item", item, "rule_item", item, "currency", "EUR", "amount", "15.00");
    }

    private static Map<String, String> transaction(String id) {
        return Map.of("transaction_id", id, "account_id", "A1", "customer_id", "C1", "amount", "9500.00");
    }

    private static StageRecord record(String stage, long rows) {
        return new StageRecord(stage, StageRecord.State.PUBLISHED, 0, 1.0, rows, List.of(), List.of());
    }

    private int walk(String... arguments) {
        List<String> all = new ArrayList<>(List.of("evidence", "--date", DATE.toString(), "--lake", lake.toString()));
        all.addAll(List.of(arguments));
        StringWriter written = new StringWriter();
        CommandLine command = Daybreak.commandLine();
        command.setOut(new PrintWriter(written, true));
        command.setErr(new PrintWriter(written, true));
        int code = command.execute(all.toArray(String[]::new));
        told = written.toString();
        return code;
    }
}
