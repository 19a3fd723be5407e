package io.daybreak.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.bench.process.Engine;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    private static final Machine MACHINE = new Machine("a processor, 2 cores", 16, "17", "abc+");

    @Test
    void a_run_is_one_line_with_every_figure_and_what_it_was_taken_on() throws Exception {
        String line = JsonLines.of(Runs.of(Engine.FLINK_SQL, 3, 10, 20), MACHINE, "zstd");

        assertThat(line).doesNotContain("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(List.of(
                        json.get("workload").asText(),
                        json.get("engine").asText(),
                        json.get("checksum").asText(),
                        json.get("codec").asText(),
                        json.get("commit").asText(),
                        json.get("machine").asText()))
                .containsExactly(
                        "B",
                        "flink-sql",
                        "{by_customer=rows 7, checksum 42}",
                        "zstd",
                        "abc+",
                        "a processor, 2 cores, 16 GiB, Java 17");
        assertThat(json.get("round").asInt()).isEqualTo(3);
        assertThat(json.get("rows").asLong()).isEqualTo(2_000_000);
        assertThat(json.get("wall_seconds").asDouble()).isEqualTo(10);
        assertThat(json.get("engine_seconds").asDouble()).isEqualTo(8);
        assertThat(json.get("start_seconds").asDouble()).isEqualTo(1);
        assertThat(json.get("cpu_seconds").asDouble()).isEqualTo(20);
        assertThat(json.get("peak_rss_mib").asDouble()).isEqualTo(512);
        assertThat(json.get("spilled_mib").asDouble()).isEqualTo(12.5);
        assertThat(json.get("output_mib").asDouble()).isEqualTo(1);
        assertThat(json.get("gb_per_core_hour").asDouble()).isEqualTo(648);
        assertThat(json.get("rows_per_second").asDouble()).isEqualTo(200_000);
        assertThat(json.get("flags").asText()).contains("-Xmx4g");
    }
}
