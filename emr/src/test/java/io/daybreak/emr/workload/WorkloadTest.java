package io.daybreak.emr.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.night.Stage;
import io.daybreak.emr.night.StageClass;
import io.daybreak.emr.night.StageGraph;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private final StageGraph graph = DataFile.shipped("night-graph.json", StageGraph.class);

    @Test
    void sizes_are_decimal_unless_they_say_binary() {
        assertThat(Workload.parseBytes("2TB")).isEqualTo(2_000_000_000_000L);
        assertThat(Workload.parseBytes("1.5 GiB")).isEqualTo(1_610_612_736L);
        assertThat(Workload.parseBytes("4096")).isEqualTo(4096);
        assertThatThrownBy(() -> Workload.parseBytes("two TB"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.USAGE));
    }

    @Test
    void the_processor_time_of_prepare_is_rows_bytes_and_a_fixed_part() {
        Coefficients coefficients = Coefficients.shipped();

        StageDemand prepare =
                NightDemand.of(graph, coefficients, Workload.BRIEF_DAY).stages().get(1);

        // 300 + 3.2 x 500 + 12 x 2,000 core-seconds, times 1.3 vCPU a core, by hand
        assertThat(prepare.name()).isEqualTo("prepare");
        assertThat(prepare.usefulVcpuSeconds()).isCloseTo(25_900 * 1.3, Offset.offset(1e-6));
        assertThat(prepare.vcpuSeconds()).isCloseTo(25_900 * 1.3 / 0.85 * 1.25, Offset.offset(1e-6));
        // 2 TB read, 2 TB written, a quarter more for stragglers
        assertThat(prepare.s3Bytes()).isCloseTo(4.0e12 * 1.25, Offset.offset(1.0));
    }

    @Test
    void a_stage_holds_its_slots_for_the_processor_or_the_wire_whichever_is_slower() {
        StageDemand stage = new StageDemand(
                "s", StageClass.CRITICAL, List.of(), CoefficientKind.MEASURED, 100, 80, 1e9, 0, 0, 0, 0);

        assertThat(stage.slotSeconds(1e9)).isEqualTo(100);
        assertThat(stage.slotSeconds(1e6)).isEqualTo(1000);
    }

    @Test
    void a_stage_without_coefficients_is_named() {
        StageGraph stranger = new StageGraph(
                1, List.of(new Stage("mystery", StageClass.LOW, List.of(), List.of(), List.of(), "", "M", List.of())));

        assertThatThrownBy(() -> NightDemand.of(stranger, Coefficients.shipped(), Workload.BRIEF_DAY))
                .hasMessageContaining("mystery");
    }

    @Test
    void every_stage_of_the_built_in_graph_has_coefficients_with_a_basis() {
        Coefficients coefficients = Coefficients.shipped();

        for (String stage : graph.names()) {
            assertThat(coefficients.of(stage).basis()).isNotBlank();
        }
    }

    @Test
    void a_broken_coefficients_file_is_refused_with_its_name_and_the_key() {
        String whole = DataFile.toJson(Coefficients.shipped());

        assertThatThrownBy(() ->
                        DataFile.parse("mine.json", whole.replaceFirst("\\{", "{\"mahcine\": 1,"), Coefficients.class))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mine.json")
                .hasMessageContaining("mahcine");
        assertThatThrownBy(() -> DataFile.parse("mine.json", "{\"schema\":1}", Coefficients.class))
                .hasMessageContaining("mine.json")
                .hasMessageContaining("key 'name' is missing");
    }
}
