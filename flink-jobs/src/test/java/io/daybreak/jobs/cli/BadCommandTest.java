package io.daybreak.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.stage.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BadCommandTest {

    @TempDir
    Path folder;

    private String told = "";

    @Test
    void an_unknown_flag_is_usage_and_names_the_nearest() {
        assertThat(night("--resum")).isEqualTo(ExitCode.USAGE.code());
        assertThat(told).contains("--resum").contains("--resume");
    }

    @Test
    void a_date_that_is_none_is_usage() {
        assertThat(execute("night", "--date", "2026-02-30", "--lake", folder.toString()))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(told).contains("2026-02-30");
    }

    @Test
    void an_unknown_configuration_key_ends_before_anything_starts() throws Exception {
        Path config = Files.writeString(folder.resolve("settings.yaml"), "monteCarloScenarois: 10\n");

        assertThat(night("--config", config.toString())).isEqualTo(ExitCode.CONFIGURATION.code());

        assertThat(lastLine())
                .startsWith("daybreak: CONFIGURATION (exit 3) date=2026-03-31")
                .contains("file=" + config, "'monteCarloScenarois'", "did you mean 'monteCarloScenarios'", "Next:");
        assertThat(folder.resolve("lake")).doesNotExist();
    }

    @Test
    void an_unknown_key_in_the_feeds_file_is_configuration_too() throws Exception {
        Path feeds = Files.writeString(folder.resolve("feeds.yaml"), "feed: []\n");

        assertThat(night("--feeds", feeds.toString())).isEqualTo(ExitCode.CONFIGURATION.code());

        assertThat(lastLine()).contains("did you mean 'feeds'", "file=" + feeds);
    }

    @Test
    void an_unknown_stage_is_usage_and_names_the_nearest() {
        assertThat(night("--only", "intake,prepar")).isEqualTo(ExitCode.USAGE.code());

        assertThat(lastLine()).startsWith("daybreak: USAGE (exit 2)").contains("did you mean 'prepare'");
    }

    @Test
    void only_and_from_together_are_usage() {
        assertThat(night("--only", "intake", "--from", "prepare")).isEqualTo(ExitCode.USAGE.code());

        assertThat(told).contains("--only and --from exclude each other");
    }

    @Test
    void parallelism_that_is_not_positive_is_usage() {
        assertThat(night("--parallelism", "0")).isEqualTo(ExitCode.USAGE.code());

        assertThat(told).contains("--parallelism 0 is not positive");
    }

    @Test
    void a_night_without_feeds_says_which_is_missing() {
        assertThat(night()).isEqualTo(ExitCode.INPUT_MISSING.code());

        assertThat(lastLine())
                .startsWith("daybreak: INPUT_MISSING (exit 4) date=2026-03-31 stage=intake")
                .contains("has not landed", "Next:");
    }

    private int night(String... more) {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "night";
        arguments[1] = "--date";
        arguments[2] = "2026-03-31";
        arguments[3] = "--lake";
        arguments[4] = folder.resolve("lake").toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return execute(arguments);
    }

    /** Runs a command; what it told on either stream is kept. */
    private int execute(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stderr = System.err;
        StringWriter writer = new StringWriter();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            CommandLine line = Daybreak.commandLine().setErr(new PrintWriter(writer, true));
            return line.execute(arguments);
        } finally {
            System.setErr(stderr);
            told = writer + bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private String lastLine() {
        String[] lines = told.strip().split("\n");
        return lines[lines.length - 1];
    }
}
