package io.daybreak.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.bench.answer.DifferentAnswerException;
import io.daybreak.bench.plan.Dialect;
import io.daybreak.bench.plan.Output;
import io.daybreak.bench.plan.Workload;
import io.daybreak.bench.process.Engine;
import io.daybreak.bench.process.Figures;
import io.daybreak.jobs.contract.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementTest {

    private static final Workload WRITES = new Workload(
            "X",
            "writes a table",
            List.of(),
            List.of(new Output(
                    "rows",
                    List.of(
                            new Output.Column("id", ColumnType.BIGINT),
                            new Output.Column("source_row", ColumnType.BIGINT)))),
            List.of(Dialect.values()));
    private static final Workload TELLS = new Workload("Y", "tells", List.of(), List.of(), List.of());
    private static final List<Engine> ALL = List.of(Engine.values());

    @TempDir
    Path folder;

    @Test
    void equal_answers_agree_without_what_an_engine_cannot_give() throws Exception {
        Agreement agreement = new Agreement(WRITES, ALL);

        agreement.check(Engine.DAYBREAK, 1, written("a", "1 AS id, 10 AS source_row"), figures(""));
        agreement.check(Engine.FLINK_SQL, 1, written("b", "1 AS id"), figures(""));

        assertThat(agreement
                        .check(Engine.SPARK, 1, written("c", "1 AS id, 10 AS source_row"), figures(""))
                        .line())
                .contains("rows 1");
    }

    @Test
    void another_answer_fails_and_says_whose_and_in_which_round() throws Exception {
        Agreement agreement = new Agreement(WRITES, ALL);
        agreement.check(Engine.DAYBREAK, 1, written("a", "1 AS id, 10 AS source_row"), figures(""));

        assertThatThrownBy(
                        () -> agreement.check(Engine.SPARK, 2, written("b", "1 AS id, 11 AS source_row"), figures("")))
                .isInstanceOf(DifferentAnswerException.class)
                .hasMessageContaining("workload X, round 2: spark gives")
                .hasMessageContaining("daybreak gave");
    }

    @Test
    void an_engine_that_lacks_a_column_is_still_held_to_the_others() throws Exception {
        Agreement agreement = new Agreement(WRITES, ALL);
        agreement.check(Engine.FLINK_SQL, 1, written("a", "1 AS id"), figures(""));

        assertThatThrownBy(
                        () -> agreement.check(Engine.DUCKDB, 1, written("b", "2 AS id, 10 AS source_row"), figures("")))
                .isInstanceOf(DifferentAnswerException.class)
                .hasMessageContaining("without [source_row]");
    }

    @Test
    void rounds_that_tell_another_checksum_differ() throws Exception {
        Agreement agreement = new Agreement(TELLS, List.of(Engine.DAYBREAK));
        agreement.check(Engine.DAYBREAK, 1, folder, figures("abc"));

        assertThatThrownBy(() -> agreement.check(Engine.DAYBREAK, 2, folder, figures("abd")))
                .isInstanceOf(DifferentAnswerException.class);
    }

    @Test
    void to_tell_no_checksum_is_a_failure() {
        assertThatThrownBy(() -> new Agreement(TELLS, ALL).check(Engine.DAYBREAK, 1, folder, figures("")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("told no checksum");
    }

    private static Figures figures(String checksum) {
        return new Figures(1, 1, 0, 1, 1, 1, 1, Map.of("checksum", checksum));
    }

    private Path written(String name, String row) throws Exception {
        Path out = folder.resolve(name);
        Path table = Files.createDirectories(out.resolve("rows"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT " + row + ") TO '" + table.resolve("part-0.parquet") + "' (FORMAT parquet)");
        }
        return out;
    }
}
