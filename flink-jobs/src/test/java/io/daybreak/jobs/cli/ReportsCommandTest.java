package io.daybreak.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportsCommandTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_list_for_machines_names_id_authority_version_engine_direction_and_oracle() throws IOException {
        assertThat(run("list", "--json")).isZero();

        JsonNode formats = new ObjectMapper().readTree(out.toString());
        assertThat(formats.size()).isGreaterThan(100);
        formats.forEach(format -> {
            for (String key : List.of("id", "authority", "version", "engine", "direction", "oracle")) {
                assertThat(format.path(key).asText()).as(format + " " + key).isNotBlank();
            }
            assertThat(format.get("direction").asText()).isIn("in", "out");
        });
    }

    @Test
    void show_tells_the_columns_and_an_unknown_id_gets_the_nearest() {
        assertThat(run("show", "fincen.ctr")).isZero();
        assertThat(out.toString())
                .contains("activities, key [activity_id]")
                .contains("detail_transaction_amount DECIMAL");

        assertThat(run("show", "fincen.crt")).isEqualTo(2);
        assertThat(err.toString()).contains("the nearest is 'fincen.ctr'");
    }

    @Test
    void a_sample_is_rendered_and_found_sound() throws IOException {
        assertThat(run("render", "nacha.ppd", "--sample", "--out", directory.toString()))
                .isZero();

        Path file = onlyFile();
        assertThat(run("check", file.toString())).isZero();
        assertThat(out.toString()).contains("as nacha.ppd: 0 findings");

        Files.writeString(file, Files.readString(file).substring(3));
        assertThat(run("check", file.toString(), "--format", "nacha.ppd")).isEqualTo(5);
    }

    @Test
    void cells_with_a_finding_hold_the_report_and_cells_that_do_not_read_are_a_matter_of_usage() throws IOException {
        Path cells = Files.writeString(directory.resolve("cells.yaml"), """
                header: {entity_id: "1234567", reporting_date: 2026-09-29}
                groups:
                  facts: [{item: RCON2170, number: "1"}]
                """);
        assertThat(run(
                        "render",
                        "ffiec.041",
                        "--input",
                        cells.toString(),
                        "--out",
                        directory.resolve("o").toString()))
                .isEqualTo(5);
        assertThat(err.toString()).contains("ffiec.041 held: 1 findings");

        Files.writeString(cells, "groups: {facts: [{itm: RCON2170}]}");
        assertThat(run(
                        "render",
                        "ffiec.041",
                        "--input",
                        cells.toString(),
                        "--out",
                        directory.resolve("o").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no column 'itm'");
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return new CommandLine(new ReportsCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
