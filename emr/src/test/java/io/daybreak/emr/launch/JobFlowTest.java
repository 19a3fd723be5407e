package io.daybreak.emr.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.night.Stage;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.MarketMix;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobFlowTest {
    private static JsonNode request(ClusterPlan plan) throws Exception {
        return new ObjectMapper().readTree(DataFile.toJson(JobFlow.of(plan, Nights.SETTINGS)));
    }

    @Test
    void fleets_carry_weights_targets_and_the_switch_to_on_demand_at_launch() throws Exception {
        JsonNode request = request(Nights.plan(MarketMix.SPOT_BRIEF, 10, 4));

        JsonNode core = request.at("/Instances/InstanceFleets/1");
        assertThat(core.at("/InstanceFleetType").asText()).isEqualTo("CORE");
        assertThat(core.at("/TargetOnDemandCapacity").asInt()).isEqualTo(10);
        assertThat(core.at("/TargetSpotCapacity").asInt()).isEqualTo(10);
        JsonNode task = request.at("/Instances/InstanceFleets/2");
        assertThat(task.at("/LaunchSpecifications/SpotSpecification/TimeoutAction")
                        .asText())
                .isEqualTo("SWITCH_TO_ON_DEMAND");
        assertThat(task.at("/LaunchSpecifications/SpotSpecification/AllocationStrategy")
                        .asText())
                .isEqualTo("price-capacity-optimized");
        assertThat(task.at("/InstanceTypeConfigs/2/WeightedCapacity").asInt()).isEqualTo(4);
        assertThat(request.at("/StepConcurrencyLevel").asInt()).isEqualTo(11);
        assertThat(request.at("/AutoTerminationPolicy/IdleTimeout").asInt()).isEqualTo(900);
    }

    @Test
    void a_plan_without_task_nodes_has_no_task_fleet_and_an_on_demand_plan_no_spot_specification() throws Exception {
        JsonNode request = request(Nights.plan(MarketMix.ON_DEMAND, 10, 0));

        assertThat(request.at("/Instances/InstanceFleets").size()).isEqualTo(2);
        assertThat(request.findValues("SpotSpecification")).isEmpty();
    }

    @Test
    void a_step_is_flink_run_application_on_yarn_with_the_stages_arguments_filled_in() {
        Stage aml = Nights.GRAPH.stage("aml");

        Step step = Step.of(aml, Nights.plan(MarketMix.SPOT_TASK, 10, 4), Nights.SETTINGS, 2);

        assertThat(step.name()).isEqualTo("run-7/aml/2");
        assertThat(step.arguments())
                .containsSubsequence("daybreak-step", "flink", "run-application", "-t", "yarn-application")
                .contains("-Dyarn.application.priority=5", "-Dyarn.tags=run=run-7,stage=aml,class=regular")
                .containsSubsequence(
                        "-c", "io.daybreak.jobs.cli.FlinkApplication", "s3://bank-artifacts/v1/daybreak-jobs.jar")
                .endsWith("--date", "2026-11-20", "--lake", "s3://bank-lake/lake");
    }

    @Test
    void with_strict_windows_critical_stages_keep_to_on_demand_nodes() {
        Step critical = Step.of(Nights.GRAPH.stage("risk"), Nights.strictPlan(), Nights.SETTINGS, 1);
        Step regular = Step.of(Nights.GRAPH.stage("aml"), Nights.strictPlan(), Nights.SETTINGS, 1);

        assertThat(critical.arguments()).contains("-Dyarn.application.node-label=ON_DEMAND");
        assertThat(regular.arguments()).noneMatch(a -> a.startsWith("-Dyarn.application.node-label"));
    }

    @Test
    void settings_that_are_no_s3_location_or_no_run_id_are_refused() {
        assertThatThrownBy(() -> new LaunchSettings(
                        "a b", "d", "s3://bkt/x", "s3://bkt", "s3://bkt", "r", "p", "s", List.of("n")))
                .hasMessageContaining("'a b'");
        assertThatThrownBy(() ->
                        new LaunchSettings("a", "d", "/lake", "s3://bkt", "s3://bkt", "r", "p", "s", List.of("n")))
                .hasMessageContaining("/lake");
        assertThatThrownBy(() ->
                        new LaunchSettings("a", "d", "s3://bkt", "s3://bkt", "s3://bkt", "r", "p", "s", List.of()))
                .hasMessageContaining("subnet");
    }
}
