package io.daybreak.emr.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.emr.data.DataFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageGraphTest {
    private static Stage stage(String name, String... after) {
        return new Stage(
                name,
                StageClass.CRITICAL,
                List.of(after),
                List.of(),
                List.of(name + "_table"),
                "",
                "a.Main",
                List.of());
    }

    @Test
    void the_built_in_graph_has_the_nights_eleven_stages_in_dependency_order() {
        StageGraph graph = DataFile.shipped("night-graph.json", StageGraph.class);

        assertThat(graph.names())
                .containsExactlyInAnyOrder(
                        "intake",
                        "prepare",
                        "anomaly",
                        "risk",
                        "credit",
                        "capital",
                        "aml",
                        "surveillance",
                        "reports",
                        "analytics",
                        "reconcile");
        for (Stage stage : graph.stages()) {
            for (String before : stage.after()) {
                assertThat(graph.names().indexOf(before))
                        .isLessThan(graph.names().indexOf(stage.name()));
            }
        }
        assertThat(graph.stage("prepare").arguments()).contains("{date}", "{lake}");
    }

    @Test
    void stages_declared_backwards_are_put_in_order() {
        StageGraph graph = new StageGraph(1, List.of(stage("c", "b"), stage("b", "a"), stage("a")));

        assertThat(graph.names()).containsExactly("a", "b", "c");
    }

    @Test
    void a_cycle_a_stranger_and_a_twin_are_refused_by_name() {
        assertThatThrownBy(() -> new StageGraph(1, List.of(stage("a", "b"), stage("b", "a"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("waits for itself");
        assertThatThrownBy(() -> new StageGraph(1, List.of(stage("a", "z"))))
                .hasMessageContaining("'a'")
                .hasMessageContaining("'z'");
        assertThatThrownBy(() -> new StageGraph(1, List.of(stage("a"), stage("a"))))
                .hasMessageContaining("declared twice");
        assertThatThrownBy(() -> new StageGraph(2, List.of(stage("a")))).hasMessageContaining("schema 2");
    }

    @Test
    void a_graph_file_with_an_unknown_class_names_the_file_and_the_word() {
        String text =
                "{\"schema\":1,\"stages\":[{\"name\":\"a\",\"class\":\"urgent\",\"after\":[],\"reads\":[],\"writes\":[],"
                        + "\"description\":\"\",\"mainClass\":\"M\",\"arguments\":[]}]}";

        assertThatThrownBy(() -> DataFile.parse("night.json", text, StageGraph.class))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("night.json")
                .hasMessageContaining("urgent");
    }

    @Test
    void every_exit_code_is_found_by_its_number_and_only_late_input_and_infrastructure_may_be_retried() {
        for (ExitCode code : ExitCode.values()) {
            assertThat(ExitCode.of(code.code())).isEqualTo(code);
        }

        assertThat(ExitCode.values())
                .filteredOn(ExitCode::retryable)
                .containsExactly(ExitCode.INPUT_MISSING, ExitCode.INFRASTRUCTURE);
        assertThatThrownBy(() -> ExitCode.of(9)).hasMessageContaining("9");
    }
}
