package io.daybreak.emr.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.launch.CloudFailure;
import io.daybreak.emr.launch.CloudFailure.Kind;
import io.daybreak.emr.launch.Clusters;
import io.daybreak.emr.launch.JobFlow;
import io.daybreak.emr.launch.NightController;
import io.daybreak.emr.launch.Nights;
import io.daybreak.emr.launch.Step;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.MarketMix;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmrClustersTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private final ClusterPlan plan = Nights.plan(MarketMix.SPOT_BRIEF, 10, 4);

    @SuppressWarnings("NullAway.Init")
    private FakeEmrServer server;

    @SuppressWarnings("NullAway.Init")
    private EmrClusters clusters;

    @BeforeEach
    void start() throws Exception {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        server = new FakeEmrServer(NOW);
        clusters = EmrClusters.connect("us-east-1", Optional.of(server.uri()));
    }

    @AfterEach
    void stop() {
        clusters.close();
        server.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void the_sdk_sends_exactly_the_job_flow_that_the_orchestrators_get() throws Exception {
        for (ClusterPlan each : List.of(plan, Nights.plan(MarketMix.ON_DEMAND, 12, 0), Nights.strictPlan())) {
            clusters.launch(each, Nights.SETTINGS);

            List<JsonNode> sent = server.requests("RunJobFlow");
            JsonNode expected = new ObjectMapper().readTree(DataFile.toJson(JobFlow.of(each, Nights.SETTINGS)));
            assertThat(sent.get(sent.size() - 1)).isEqualTo(expected);
        }
    }

    @Test
    void clusters_and_steps_are_read_over_all_pages_clusters_newest_first_and_steps_oldest_first() {
        for (int i = 0; i < 5; i++) {
            clusters.launch(plan, Nights.SETTINGS);
        }
        List<Step> steps = new ArrayList<>();
        for (String stage : Nights.GRAPH.names()) {
            steps.add(Step.of(Nights.GRAPH.stage(stage), plan, Nights.SETTINGS, 1));
        }
        clusters.addSteps("j-3", steps);

        assertThat(clusters.list(Instant.EPOCH))
                .extracting(Clusters.Cluster::id)
                .containsExactly("j-5", "j-4", "j-3", "j-2", "j-1");
        assertThat(clusters.list(NOW.plusSeconds(3)))
                .extracting(Clusters.Cluster::id)
                .containsExactly("j-5", "j-4");
        assertThat(clusters.steps("j-3"))
                .extracting(Clusters.StepStatus::name)
                .containsExactlyElementsOf(steps.stream().map(Step::name).toList());
        JsonNode sent = server.requests("AddJobFlowSteps").get(0).at("/Steps/0");
        assertThat(sent.at("/ActionOnFailure").asText()).isEqualTo("CONTINUE");
        assertThat(sent.at("/HadoopJarStep/Jar").asText()).isEqualTo("command-runner.jar");
        assertThat(sent.at("/HadoopJarStep/Args/2").asText()).isEqualTo("run-application");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException, THROTTLED",
        "429, SomethingNew, THROTTLED",
        "400, AccessDeniedException, DENIED",
        "403, WhateverException, DENIED",
        "400, ValidationException, INVALID",
        "400, InvalidRequestException, INVALID",
        "500, InternalServerError, UNKNOWN",
        "503, ServiceUnavailable, UNKNOWN"
    })
    void what_aws_answers_becomes_what_the_controller_understands_and_the_sdk_retries_nothing(
            int status, String type, Kind kind) {
        server.nextError("RunJobFlow", status, type, "planned");

        assertThatThrownBy(() -> clusters.launch(plan, Nights.SETTINGS))
                .isInstanceOfSatisfying(CloudFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure.action()).isEqualTo("elasticmapreduce:RunJobFlow");
                    assertThat(failure).hasMessageContaining(type).hasMessageContaining("planned");
                });
        assertThat(server.requests("RunJobFlow")).hasSize(1);
    }

    @Test
    void a_connection_that_breaks_may_have_done_it() {
        server.nextLostAnswer("AddJobFlowSteps");
        clusters.launch(plan, Nights.SETTINGS);

        assertThatThrownBy(() -> clusters.addSteps(
                        "j-1", List.of(Step.of(Nights.GRAPH.stage("intake"), plan, Nights.SETTINGS, 1))))
                .isInstanceOfSatisfying(
                        CloudFailure.class, f -> assertThat(f.kind()).isEqualTo(Kind.UNKNOWN));
    }

    @Test
    void nobody_there_is_safe_to_retry_and_no_credentials_are_a_denial() {
        server.close();
        assertThatThrownBy(() -> clusters.list(NOW))
                .isInstanceOfSatisfying(
                        CloudFailure.class, f -> assertThat(f.kind()).isEqualTo(Kind.UNKNOWN));
    }

    @Test
    void a_whole_night_over_http_with_a_lost_launch_and_throttled_steps_makes_one_cluster_and_eleven_steps() {
        server.stepsSucceedAtOnce();
        server.nextLostAnswer("RunJobFlow");
        server.nextError("AddJobFlowSteps", 400, "ThrottlingException", "Rate exceeded");
        server.nextLostAnswer("AddJobFlowSteps");
        List<String> log = new ArrayList<>();
        NightController controller =
                new NightController(clusters, Clock.fixed(NOW, ZoneOffset.UTC), seconds -> {}, log::add);

        ExitCode code = controller.run(Nights.GRAPH, List.of(plan), Nights.SETTINGS, NOW.plusSeconds(32_400));

        assertThat(code).isEqualTo(ExitCode.GOOD);
        assertThat(server.requests("RunJobFlow")).hasSize(1);
        assertThat(server.stepNames()).hasSize(11).doesNotHaveDuplicates();
        assertThat(server.state("j-1")).isEqualTo("TERMINATED");
    }

    @Test
    void the_exit_code_in_emrs_failure_details_reaches_the_night() {
        NightController controller =
                new NightController(clusters, Clock.fixed(NOW, ZoneOffset.UTC), seconds -> {}, line -> {});
        String id = controller.launch(plan, Nights.SETTINGS);
        controller.submit(id, Nights.GRAPH, plan, Nights.SETTINGS);
        server.failSteps("/", "daybreak-step: exit code 4");

        assertThat(controller
                        .progress(Nights.GRAPH, "run-7")
                        .decide(Nights.GRAPH)
                        .exitCode())
                .contains(ExitCode.INPUT_MISSING);
    }

    @Test
    void a_fleet_is_read_and_resized() {
        server.fleet("if-1", "TASK", 2, 8);

        assertThat(clusters.fleets("j-1")).containsExactly(new Clusters.Fleet("if-1", "TASK", 2, 8, 0, 0));
        clusters.resize("j-1", "if-1", 4, 6);
        assertThat(clusters.fleets("j-1")).containsExactly(new Clusters.Fleet("if-1", "TASK", 4, 6, 0, 0));
    }
}
