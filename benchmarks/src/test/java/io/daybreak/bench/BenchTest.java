package io.daybreak.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {

    private final StringWriter said = new StringWriter();

    @Test
    void an_unknown_workload_ends_with_the_names_there_are() {
        assertThat(run("--only", "A,Z", "--peers", "none")).isEqualTo(2);
        assertThat(said.toString()).contains("--only: no workload 'Z'; there are A, ");
    }

    @Test
    void an_unknown_peer_ends_with_the_names_there_are() {
        assertThat(run("--peers", "hive")).isEqualTo(2);
        assertThat(said.toString()).contains("--peers: no peer 'hive'; there are spark, duckdb, flink-sql, none");
    }

    @Test
    void spark_is_refused_where_it_was_not_built() {
        assertThat(run("--peers", "spark")).isEqualTo(2);
        assertThat(said.toString()).contains("Spark was not built").contains("./daybreak bench");
    }

    @Test
    void too_few_rows_no_rounds_and_an_unknown_codec_are_refused() {
        assertThat(run("--rows", "10", "--peers", "none")).isEqualTo(2);
        assertThat(run("--runs", "0", "--peers", "none")).isEqualTo(2);
        assertThat(run("--codec", "lzo", "--peers", "none")).isEqualTo(2);
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        return new CommandLine(new Bench()).setOut(writer).setErr(writer).execute(arguments);
    }
}
