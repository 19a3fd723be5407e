package io.daybreak.bench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadsTest {

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void every_dialect_fills_every_output_of_a_workload_it_can_run(Dialect dialect) {
        for (Workload workload : Workloads.ALL) {
            if (workload.dialects().contains(dialect)) {
                Set<String> filled = new TreeSet<>();
                for (Step step : plan(workload, dialect).steps()) {
                    if (step.kind() == Step.Kind.OUTPUT) {
                        assertThat(filled.add(step.name()))
                                .as("%s fills %s once", dialect, step.name())
                                .isTrue();
                    }
                }

                assertThat(filled)
                        .as("outputs of %s in %s", workload.id(), dialect)
                        .containsExactlyInAnyOrderElementsOf(
                                workload.outputs().stream().map(Output::name).toList());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void no_variable_is_left_unbound(Dialect dialect) {
        for (Workload workload : Workloads.ALL) {
            assertThat(plan(workload, dialect).steps())
                    .allSatisfy(step -> assertThat(step.sql()).doesNotContain("${"));
        }
    }

    @Test
    void a_plan_reads_as_it_was_written(@TempDir Path folder) throws Exception {
        Plan plan = plan(Workloads.of("a"), Dialect.SPARK);

        plan.write(folder.resolve("plan.json"));

        assertThat(Plan.read(folder.resolve("plan.json"))).isEqualTo(plan);
    }

    @Test
    void an_unknown_workload_is_told_with_those_there_are() {
        assertThatThrownBy(() -> Workloads.of("Z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no workload 'Z'; there are A, A-read");
    }

    @Test
    void structuring_is_the_nights_own_sql() {
        assertThat(Workloads.structuring())
                .extracting(file -> file.path().substring(file.path().lastIndexOf('/') + 1))
                .isEqualTo(List.of("00_booked.sql", "12_structuring.sql"));
    }

    private static Plan plan(Workload workload, Dialect dialect) {
        return Workloads.plan(
                workload,
                dialect,
                "2026-03-31",
                Path.of("lake"),
                table -> Path.of("tables", table),
                Path.of("out"),
                "zstd");
    }
}
