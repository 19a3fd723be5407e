package io.daybreak.jobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.page.NightSummary.StageLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalPathTest {

    @Test
    void the_longest_chain_of_waiting_stages_is_the_critical_path() {
        List<StageLine> night =
                List.of(stage("a", 1), stage("b", 5), stage("c", 3, "a"), stage("d", 1, "b"), stage("e", 2, "c", "d"));

        CriticalPath path = CriticalPath.of(night);

        assertThat(path.stages()).containsExactly("b", "d", "e");
        assertThat(path.seconds()).isEqualTo(8);
    }

    @Test
    void stages_that_did_not_run_take_no_time_and_no_place() {
        CriticalPath path = CriticalPath.of(List.of(stage("a", 0), stage("b", 0, "a")));

        assertThat(path.stages()).isEmpty();
        assertThat(path.seconds()).isZero();
    }

    @Test
    void a_line_that_a_longer_way_implies_is_not_drawn() {
        StageLine last = stage("c", 1, "a", "b");
        StageGraph graph = new StageGraph(List.of(stage("a", 1), stage("b", 1, "a"), last), List.of());

        assertThat(graph.direct(last)).containsExactly("b");
    }

    private static StageLine stage(String name, double seconds, String... after) {
        return new StageLine(
                name, "CRITICAL", name, "PUBLISHED", "2026-03-31.1", 0, seconds, 1, 1, List.of(after), List.of());
    }
}
