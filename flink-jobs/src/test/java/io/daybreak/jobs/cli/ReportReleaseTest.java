package io.daybreak.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.testing.ReportDay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A night of which one report is held, and what then leaves the house: as an operator and a checker see it. */
class ReportReleaseTest {

    @TempDir
    Path lake;

    private String told = "";

    @Test
    void a_held_report_ends_the_night_with_5_and_what_is_valid_leaves_the_house_with_a_second_person_only()
            throws Exception {
        ReportDay.write(lake, ReportDay.BAD_LEI, ReportDay.IBAN);
        assertThat(execute("night", "--only", "reports", "--insights", "none")).isEqualTo(ExitCode.DATA_HOLD.code());
        assertThat(told)
                .contains("DATA_HOLD (exit 5)", "stage=reports", "count=1", "auth.016.001.03", "--from reports");
        assertSummaryShowsTheHold();

        assertThat(execute("reports", "status")).isZero();
        assertThat(told).contains("auth.016.001.03", "HELD", "camt.053.001.08", "prepared, maker demo operator");

        assertThat(execute("reports", "release", "camt.053.001.08")).isEqualTo(ExitCode.APPROVAL_MISSING.code());
        assertThat(told).contains("(exit 8)", "reports approve camt.053.001.08");
        assertThat(lake.resolve("outbox")).doesNotExist();

        assertThat(execute("reports", "approve", "camt.053.001.08", "--by", "demo operator"))
                .isEqualTo(ExitCode.APPROVAL_MISSING.code());
        assertThat(told).contains("another person approves it");
        assertThat(execute("reports", "approve", "auth.016.001.03", "--by", "the checker"))
                .isEqualTo(ExitCode.DATA_HOLD.code());

        assertThat(execute("reports", "approve", "camt.053.001.08", "--by", "the checker"))
                .isZero();
        assertThat(told).contains("approved, maker demo operator, checker the checker");
        assertChangedFilesAreNotReleased();

        assertThat(execute("reports", "release")).isEqualTo(ExitCode.APPROVAL_MISSING.code());
        assertThat(told)
                .contains("released, maker demo operator, checker the checker", "3 report(s) stay in the house");
        Path outbox = lake.resolve("outbox/date=" + ReportDay.DATE);
        assertThat(outbox).isDirectoryContaining("glob:**camt053*").isDirectoryNotContaining("glob:**auth016*");
        assertThat(lake.resolve("releases/date=" + ReportDay.DATE + "/camt.053.001.08.json"))
                .content()
                .contains("RELEASED", "the checker", "demo operator");

        assertThat(execute("reports", "approve", "camt.05", "--by", "the checker"))
                .isEqualTo(ExitCode.USAGE.code());
    }

    private void assertSummaryShowsTheHold() throws Exception {
        Path run = lake.resolve("runs/date=" + ReportDay.DATE + "/1");
        JsonNode summary =
                new ObjectMapper().readTree(run.resolve("summary.json").toFile());
        assertThat(summary.path("exitCode").asInt()).isEqualTo(ExitCode.DATA_HOLD.code());
        List<String> held = new ArrayList<>();
        summary.path("reports").forEach(report -> {
            if (report.path("state").asText().equals("HELD")) {
                held.add(report.path("report").asText());
                assertThat(report.path("findings").toString()).contains(ReportDay.BAD_LEI);
            }
        });
        assertThat(held).containsExactly("auth.016.001.03");
        assertThat(run.resolve("night.html")).content().contains("one report held", ReportDay.BAD_LEI);
    }

    private void assertChangedFilesAreNotReleased() throws Exception {
        Path file;
        try (var files = Files.newDirectoryStream(lake.resolve("reports/date=" + ReportDay.DATE), "camt053*")) {
            file = files.iterator().next();
        }
        byte[] approved = Files.readAllBytes(file);
        Files.writeString(file, " ", StandardOpenOption.APPEND);

        assertThat(execute("reports", "release", "camt.053.001.08")).isEqualTo(ExitCode.APPROVAL_MISSING.code());
        assertThat(told).contains("the approval is void");

        Files.write(file, approved);
    }

    private int execute(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--date", ReportDay.DATE.toString(), "--lake", lake.toString()));
        StringWriter written = new StringWriter();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
        try {
            CommandLine command = Daybreak.commandLine();
            command.setOut(new PrintWriter(written, true));
            command.setErr(new PrintWriter(written, true));
            return command.execute(all.toArray(String[]::new));
        } finally {
            System.setErr(before);
            told = written + error.toString(StandardCharsets.UTF_8);
        }
    }
}
