package io.daybreak.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightGraphTest {

    @Test
    void the_night_is_a_graph_in_which_every_input_is_landed_or_written_before() {
        assertThat(Night.graph().names()).startsWith("intake", "prepare");
    }

    @Test
    void a_stage_waits_for_the_writers_of_what_it_reads() {
        NightGraph graph = new NightGraph(List.of(
                stage("a", List.of("transactions"), List.of("enriched_transactions")),
                stage("b", List.of("positions"), List.of("risk_measures")),
                stage("c", List.of("enriched_transactions", "risk_measures"), List.of("report_cells"))));

        assertThat(graph.after("a")).isEmpty();
        assertThat(graph.after("c")).containsExactly("a", "b");
        assertThat(graph.from("b")).extracting(s -> s.spec().name()).containsExactly("b", "c");
        assertThat(graph.only(List.of("c", "a")))
                .extracting(s -> s.spec().name())
                .containsExactly("a", "c");
    }

    @Test
    void reading_what_nobody_writes_is_refused() {
        assertThatThrownBy(() -> new NightGraph(List.of(stage("a", List.of("risk_measures"), List.of()))))
                .hasMessage("stage a reads risk_measures, which no stage before it writes");
    }

    @Test
    void two_writers_of_one_table_are_refused() {
        assertThatThrownBy(() -> new NightGraph(List.of(
                        stage("a", List.of(), List.of("risk_measures")),
                        stage("b", List.of(), List.of("risk_measures")))))
                .hasMessage("stage b writes risk_measures, which is written by a");
    }

    @Test
    void writing_a_landed_table_is_refused() {
        assertThatThrownBy(() -> new NightGraph(List.of(stage("a", List.of(), List.of("positions")))))
                .hasMessage("stage a writes positions, which is landed");
    }

    @Test
    void a_mistyped_stage_is_told_its_nearest_name() {
        assertThatThrownBy(() -> Night.graph().get("prepair")).hasMessageContaining("did you mean 'prepare'?");
    }

    private static Stage stage(String name, List<String> reads, List<String> writes) {
        StageSpec spec = StageSpec.of(name, StageClass.REGULAR, name, reads, List.of(), writes);
        return new Stage() {
            @Override
            public StageSpec spec() {
                return spec;
            }

            @Override
            public void run(StageContext context) {}

            @Override
            public List<ControlTotal> totals(StageContext context) {
                return List.of();
            }
        };
    }
}
