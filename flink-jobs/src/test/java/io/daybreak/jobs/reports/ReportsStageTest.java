package io.daybreak.jobs.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.night.NightGraph;
import io.daybreak.jobs.night.NightListener;
import io.daybreak.jobs.night.NightRequest;
import io.daybreak.jobs.night.NightRunner;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import io.daybreak.jobs.testing.ReportDay;
import io.daybreak.jobs.testing.StageHarness;
import io.daybreak.report.output.RenderedFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stage as the night runs it: what is filed, what is held, and what a death or an imbalance leaves. */
class ReportsStageTest {

    @TempDir
    Path root;

    @Test
    void nothing_is_filed_before_the_stage_balances_and_a_death_in_between_resumes_to_all_of_it() throws Exception {
        ReportDay.write(root, ReportDay.LEI, ReportDay.IBAN);

        NightFailure failure = catchThrowableOfType(
                NightFailure.class,
                () -> night(new Altered() {
                    @Override
                    public List<ControlTotal> totals(StageContext context) throws Exception {
                        List<ControlTotal> totals = new ArrayList<>(stage.totals(context));
                        totals.add(new ControlTotal(
                                "executions to report", ControlTotal.Side.REJECTED, "-", 1, BigDecimal.ZERO));
                        return totals;
                    }
                }));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.OUT_OF_BALANCE);
        assertThat(filed()).doesNotExist();

        Throwable death = catchThrowable(() -> night(new Altered() {
            @Override
            public void publish(StageContext context) throws Exception {
                throw new IOException("the process dies here");
            }
        }));
        assertThat(death).hasMessageContaining("dies here");
        assertThat(record()).isEqualTo(StageRecord.State.PREPARED);
        assertThat(filed()).doesNotExist();

        night(new ReportsStage());
        assertThat(record()).isEqualTo(StageRecord.State.PUBLISHED);
        assertThat(names(root.resolve("reports"))).containsExactly("date=" + ReportDay.DATE);
        assertFiled();
    }

    /** Every report with business is valid, and its row says what its file holds. */
    private void assertFiled() throws IOException {
        Map<String, String> states = new TreeMap<>();
        Map<String, String> recorded = new TreeMap<>();
        for (Map<String, Object> row : rows()) {
            states.put(row.get("report_id").toString(), row.get("state").toString());
            if (row.get("state").equals("VALID")) {
                recorded.put(row.get("file_name").toString(), row.get("byte_count") + " " + row.get("sha256"));
            }
        }
        Map<String, String> there = new TreeMap<>();
        for (String name : names(filed())) {
            RenderedFile file = RenderedFile.of(filed().resolve(name));
            there.put(name, file.bytes() + " " + file.sha256());
        }
        assertThat(there).isEqualTo(recorded);
        assertThat(states)
                .containsEntry("auth.016.001.03", "VALID")
                .containsEntry("camt.053.001.08", "VALID")
                .containsEntry("auth.030.001.03", "VALID")
                .containsEntry("swift.mt940", "VALID")
                .containsEntry("oecd.crs-2.0", "VALID")
                .containsEntry("auth.012.001.02", "NOT_APPLICABLE")
                .doesNotContainValue("HELD");
        assertThat(Files.readString(filed().resolve("auth030_529900DAYBREAKBANK32_20260331_1.xml")))
                .contains("<NbRcrds>1</NbRcrds>", "<UnqTxIdr>" + ReportDay.LEI + "TRADE0000002</UnqTxIdr>")
                .contains("<DrctnOfTheFrstLeg>MAKE</DrctnOfTheFrstLeg>", "<Rate>2.5000000000</Rate>")
                .contains("<Amt Ccy=\"EUR\">100.00</Amt>", "<XprtnDt>2031-03-31</XprtnDt>");
        assertThat(Files.readString(filed().resolve("mt940_DAYBNL20XXX_20260331_1.txt")))
                .contains(":25:" + ReportDay.IBAN, ":28C:90/1", ":60F:C260330EUR100,", ":62F:C260331EUR150,")
                .contains(":61:2603310331C50,");
    }

    @Test
    void the_folder_ends_the_same_wherever_between_its_renames_the_process_died() throws Exception {
        Path filed = root.resolve("reports/date=D");
        Path before = root.resolve("reports/.before-date=D");
        ReportFolder folder = new ReportFolder(filed, "2");

        Files.writeString(folder.stage().resolve("new"), "2");
        folder.publish();
        folder.publish();
        assertThat(names(filed)).containsExactly("new");

        Files.writeString(new ReportFolder(filed, "3").stage().resolve("newer"), "3");
        Files.move(filed, before);
        new ReportFolder(filed, "3").publish();
        assertThat(names(filed)).containsExactly("newer");
        assertThat(names(root.resolve("reports"))).containsExactly("date=D");

        Files.createDirectories(before);
        new ReportFolder(filed, "3").publish();
        assertThat(names(root.resolve("reports"))).containsExactly("date=D");
    }

    /** The reports stage with one step changed. */
    private abstract static class Altered implements Stage {
        final Stage stage = new ReportsStage();

        @Override
        public StageSpec spec() {
            return stage.spec();
        }

        @Override
        public void run(StageContext context) throws Exception {
            stage.run(context);
        }

        @Override
        public List<ControlTotal> totals(StageContext context) throws Exception {
            return stage.totals(context);
        }

        @Override
        public void publish(StageContext context) throws Exception {
            stage.publish(context);
        }
    }

    private RunManifest night(Stage reports) throws Exception {
        NightGraph graph = new NightGraph(Night.graph().stages().stream()
                .map(stage -> stage.spec().name().equals("reports") ? reports : stage)
                .toList());
        return new NightRunner(graph, StageHarness.shared(), new Silent(), System::nanoTime, Map.of())
                .run(new NightRequest(
                        ReportDay.DATE, new Lake(root), List.of("reports"), "", true, "", NightSettings.DEFAULTS));
    }

    private static final class Silent implements NightListener {
        @Override
        public void nightStarted(String runId, Path lake, int stages) {}

        @Override
        public void stageStarted(StageSpec stage) {}

        @Override
        public void stageProgress(StageSpec stage, long records) {}

        @Override
        public void stageFinished(StageSpec stage, StageRecord record, boolean kept) {}

        @Override
        public void nightFinished(RunManifest manifest, Path folder) {}
    }

    private StageRecord.State record() throws IOException {
        RunStore store = new RunStore(new Lake(root));
        return store.stage(store.folder(ReportDay.DATE, 1), "reports")
                .orElseThrow()
                .state();
    }

    private Path filed() {
        return new Lake(root).reports(ReportDay.DATE);
    }

    private List<Map<String, Object>> rows() throws IOException {
        try (StageHarness day = StageHarness.at(root, ReportDay.DATE)) {
            return day.read("report_files");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }
}
