package io.daybreak.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.jobs.night.Night;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GraphFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void emr_plans_from_the_graph_the_night_runs() throws Exception {
        JsonNode kept = JSON.readTree(
                Path.of("..", "emr", "src", "main", "resources", "io", "daybreak", "emr", "night-graph.json").toFile());

        assertThat(JSON.<JsonNode>valueToTree(StagesCommand.graphFile(Night.graph())))
                .as("emr's copy of the graph; write it anew with ./daybreak stages --json")
                .isEqualTo(kept);
    }
}
