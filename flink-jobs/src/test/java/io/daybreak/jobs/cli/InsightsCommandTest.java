package io.daybreak.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.analytics.EmbeddedInsights;
import io.daybreak.jobs.analytics.InsightsDatabase;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.stage.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person gets who asks for one customer. */
class InsightsCommandTest {

    @TempDir
    Path lake;

    private String told = "";

    @Test
    void a_lake_without_a_database_is_missing_input_and_says_how_to_get_one() {
        assertThat(execute("insights", "C1", "--lake", lake.toString())).isEqualTo(ExitCode.INPUT_MISSING.code());

        assertThat(told).contains("no insights database yet", "./daybreak night");
    }

    @Test
    void a_customer_is_printed_with_every_column_and_suggestions_best_first_from_both_kinds_of_database()
            throws Exception {
        try (EmbeddedInsights server = EmbeddedInsights.start(new Lake(lake))) {
            InsightsDatabase.at(server.url()).close();
            try (Connection connection = DriverManager.getConnection(server.url());
                    Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO customer_insights VALUES ('C1', DATE '2026-03-31', 'LOYAL', 5, 4, 3,"
                        + " DATE '2026-03-30', 12, 345.67, 0.9, 20.5, NULL, NULL)");
                statement.execute("INSERT INTO recommendations VALUES ('C1', 2, DATE '2026-03-31', '5812', 0.25),"
                        + " ('C1', 1, DATE '2026-03-31', '5411', 0.5)");
            }
            assertThat(execute("insights", "C1", "--insights", server.url())).isZero();
            assertPrinted();
            assertThat(execute("insights", "C2", "--insights", server.url())).isEqualTo(ExitCode.INPUT_MISSING.code());
            assertThat(told).contains("knows no customer 'C2'");
        }

        assertThat(execute("insights", "C1", "--lake", lake.toString())).isZero();
        assertPrinted();
    }

    @Test
    void help_lists_every_command_emr_among_them() {
        assertThat(Daybreak.commandLine().getUsageMessage())
                .contains("demo", "sample", "night", "insights", "reports", "cluster")
                .containsPattern("(?m)^  emr ");
    }

    private void assertPrinted() {
        assertThat(told.lines())
                .contains("customer_id          C1", "segment              LOYAL", "spend_base           345.67")
                .contains("lifetime_value       unknown")
                .containsSubsequence("suggestion           5411 (0.5)", "suggestion           5812 (0.25)");
    }

    private int execute(String... arguments) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream both = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            return Daybreak.commandLine().execute(arguments);
        } finally {
            System.setOut(out);
            System.setErr(err);
            told = written.toString(StandardCharsets.UTF_8);
        }
    }
}
