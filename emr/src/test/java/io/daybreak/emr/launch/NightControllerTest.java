package io.daybreak.emr.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.emr.launch.CloudFailure.Kind;
import io.daybreak.emr.launch.Clusters.State;
import io.daybreak.emr.launch.Clusters.StepState;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.MarketMix;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightControllerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(9));
    private final FakeClusters emr = new FakeClusters();
    private final List<String> log = new ArrayList<>();
    private final List<Double> pauses = new ArrayList<>();
    private final NightController controller =
            new NightController(emr, Clock.fixed(NOW, ZoneOffset.UTC), pauses::add, log::add);
    private final ClusterPlan plan = Nights.plan(MarketMix.SPOT_TASK, 10, 4);
    private final List<ClusterPlan> plans = List.of(plan, Nights.plan(MarketMix.ON_DEMAND, 10, 4));

    @Test
    void a_night_runs_every_stage_once_in_the_graphs_order_and_terminates() {
        emr.onDescribe = () -> emr.finishRunning(StepState.COMPLETED, "");

        ExitCode code = controller.run(Nights.GRAPH, plans, Nights.SETTINGS, LATER);

        assertThat(code).isEqualTo(ExitCode.GOOD);
        assertThat(emr.stepNames()).hasSize(11).doesNotHaveDuplicates();
        for (String stage : Nights.GRAPH.names()) {
            for (String before : Nights.GRAPH.stage(stage).after()) {
                assertThat(emr.stepNames().indexOf("run-7/" + before + "/1"))
                        .isLessThan(emr.stepNames().indexOf("run-7/" + stage + "/1"));
            }
        }
        assertThat(emr.living()).isZero();
    }

    @Test
    void a_lost_answer_to_launch_does_not_make_a_second_cluster() {
        emr.nextLostAnswer("launch");

        String id = controller.launch(plan, Nights.SETTINGS);

        assertThat(id).isEqualTo("j-1");
        assertThat(emr.launched).hasSize(1);
    }

    @Test
    void launching_the_same_run_twice_gives_the_same_cluster_and_another_run_another() {
        String first = controller.launch(plan, Nights.SETTINGS);
        String second = controller.launch(plan, Nights.SETTINGS);
        LaunchSettings other = new LaunchSettings(
                "7",
                "2026-11-20",
                "s3://bank-lake/lake",
                "s3://bank-artifacts/v1",
                "s3://bank-logs/emr",
                "service",
                "profile",
                "encrypted",
                List.of("subnet-1"));

        assertThat(second).isEqualTo(first);
        assertThat(controller.launch(plan, other)).isNotEqualTo(first);
    }

    @Test
    void a_lost_answer_to_adding_steps_does_not_double_a_step() {
        String id = controller.launch(plan, Nights.SETTINGS);
        emr.nextLostAnswer("addSteps");

        controller.submit(id, Nights.GRAPH, plan, Nights.SETTINGS);
        controller.submit(id, Nights.GRAPH, plan, Nights.SETTINGS);

        assertThat(emr.stepNames()).containsExactly("run-7/intake/1");
    }

    @Test
    void throttling_is_waited_out_with_doubling_pauses_and_given_up_as_safe_to_retry() {
        emr.nextError("launch", Kind.THROTTLED)
                .nextError("launch", Kind.THROTTLED)
                .nextError("launch", Kind.THROTTLED);
        controller.launch(plan, Nights.SETTINGS);

        assertThat(pauses).containsExactly(1.0, 2.0, 4.0);

        for (int i = 0; i < 6; i++) {
            emr.nextError("terminate", Kind.THROTTLED);
        }
        assertThatThrownBy(() -> controller.terminate("j-1"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.INFRASTRUCTURE));
    }

    @Test
    void a_missing_permission_names_the_action_and_the_role_and_is_not_tried_again() {
        emr.nextError("launch", Kind.DENIED);

        assertThatThrownBy(() -> controller.launch(plan, Nights.SETTINGS))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("elasticmapreduce:launch")
                .hasMessageContaining("OperatorRole");
        assertThat(emr.calls.stream().filter("launch"::equals)).hasSize(1);
    }

    @Test
    void a_partial_launch_is_cleaned_up_when_steps_are_refused() {
        emr.nextError("addSteps", Kind.DENIED);

        assertThatThrownBy(() -> controller.run(Nights.GRAPH, plans, Nights.SETTINGS, LATER))
                .isInstanceOf(Refusal.class);

        assertThat(emr.living()).isZero();
    }

    @Test
    void no_capacity_at_launch_falls_back_to_the_next_plan() {
        int[] polls = {0};
        emr.onDescribe = () -> {
            if (++polls[0] == 1) {
                emr.end("j-1", State.FAILED, "insufficient capacity for r5.4xlarge");
            }
            emr.finishRunning(StepState.COMPLETED, "");
        };

        ExitCode code = controller.run(Nights.GRAPH, plans, Nights.SETTINGS, LATER);

        assertThat(code).isEqualTo(ExitCode.GOOD);
        assertThat(emr.launched).extracting(ClusterPlan::mix).containsExactly(MarketMix.SPOT_TASK, MarketMix.ON_DEMAND);
        assertThat(log).anyMatch(line -> line.contains("insufficient capacity"));
    }

    @Test
    void a_cluster_that_dies_in_the_night_is_replaced_and_the_night_resumes_at_the_first_unfinished_stage() {
        int[] polls = {0};
        emr.onDescribe = () -> {
            polls[0]++;
            if (polls[0] == 4) {
                emr.end("j-1", State.FAILED, "primary lost");
            } else {
                emr.finishRunning(StepState.COMPLETED, "");
            }
        };

        ExitCode code = controller.run(Nights.GRAPH, plans, Nights.SETTINGS, LATER);

        assertThat(code).isEqualTo(ExitCode.GOOD);
        assertThat(emr.launched).hasSize(2);
        assertThat(emr.stepNames().stream().filter(n -> n.contains("/intake/"))).hasSize(1);
        assertThat(emr.stepNames().stream().filter(n -> n.contains("/prepare/")))
                .hasSize(1);
        assertThat(log).anyMatch(line -> line.contains("resuming at anomaly"));
    }

    @Test
    void clusters_that_keep_dying_end_the_night_as_safe_to_retry() {
        emr.onDescribe = () -> {
            emr.end("j-1", State.FAILED, "no capacity");
            emr.end("j-2", State.FAILED, "no capacity");
        };

        assertThatThrownBy(() -> controller.run(Nights.GRAPH, plans, Nights.SETTINGS, LATER))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.INFRASTRUCTURE))
                .hasMessageContaining("2 clusters");
        assertThat(emr.launched).hasSize(2);
    }

    @Test
    void infrastructure_failures_are_submitted_again_three_times_and_then_stand() {
        emr.onDescribe = () -> {
            emr.finish("/prepare/", StepState.FAILED, "exit code 7");
            emr.finishRunning(StepState.COMPLETED, "");
        };

        ExitCode code = controller.run(Nights.GRAPH, plans, Nights.SETTINGS, LATER);

        assertThat(code).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(emr.stepNames().stream().filter(n -> n.contains("/prepare/")))
                .containsExactly("run-7/prepare/1", "run-7/prepare/2", "run-7/prepare/3");
        assertThat(emr.stepNames())
                .contains("run-7/risk/1", "run-7/surveillance/1")
                .noneMatch(n -> n.contains("/anomaly/"));
    }

    @Test
    void out_of_balance_is_not_retried_and_is_the_nights_exit_code() {
        emr.onDescribe = () -> {
            emr.finish("/prepare/", StepState.FAILED, "Unknown Error. exiting with ret '6'");
            emr.finishRunning(StepState.COMPLETED, "");
        };

        assertThat(controller.run(Nights.GRAPH, plans, Nights.SETTINGS, LATER)).isEqualTo(ExitCode.OUT_OF_BALANCE);
        assertThat(emr.stepNames().stream().filter(n -> n.contains("/prepare/")))
                .hasSize(1);
        assertThat(emr.living()).isZero();
    }

    @Test
    void the_deadline_rule_ends_whatever_runs() {
        Clock late = Clock.fixed(LATER, ZoneOffset.UTC);
        NightController tooLate = new NightController(emr, late, pauses::add, log::add);

        assertThatThrownBy(() -> tooLate.run(Nights.GRAPH, plans, Nights.SETTINGS, LATER))
                .hasMessageContaining("deadline rule")
                .hasMessageContaining("intake");
        assertThat(emr.living()).isZero();
    }

    @Test
    void a_controller_that_was_killed_goes_on_where_the_night_is() {
        String id = controller.launch(plan, Nights.SETTINGS);
        controller.submit(id, Nights.GRAPH, plan, Nights.SETTINGS);
        emr.finishRunning(StepState.COMPLETED, "");
        controller.submit(id, Nights.GRAPH, plan, Nights.SETTINGS);
        emr.onDescribe = () -> emr.finishRunning(StepState.COMPLETED, "");

        NightController again = new NightController(emr, Clock.fixed(NOW, ZoneOffset.UTC), pauses::add, log::add);
        ExitCode code = again.run(Nights.GRAPH, plans, Nights.SETTINGS, LATER);

        assertThat(code).isEqualTo(ExitCode.GOOD);
        assertThat(emr.launched).hasSize(1);
        assertThat(emr.stepNames()).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void the_last_attempt_decides_in_whatever_order_emr_lists_the_steps() {
        Clusters.StepStatus first = new Clusters.StepStatus("s1", "r/intake/1", StepState.FAILED, "exit code 7", "");
        Clusters.StepStatus second = new Clusters.StepStatus("s2", "r/intake/2", StepState.RUNNING, "", "");

        NightProgress one = NightProgress.of(Nights.GRAPH, "r", List.of(first, second), List.of("s1", "s2"));
        NightProgress other = NightProgress.of(Nights.GRAPH, "r", List.of(second, first), List.of("s1", "s2"));

        assertThat(one).isEqualTo(other);
        assertThat(one.stages().get(0).state()).isEqualTo(NightProgress.State.ACTIVE);
        assertThat(one.stages().get(0).attempts()).isEqualTo(2);
    }

    @Test
    void a_list_that_does_not_show_the_cluster_yet_doubles_no_step() {
        emr.hideNewest = true;
        String id = controller.launch(plan, Nights.SETTINGS);

        controller.submit(id, Nights.GRAPH, plan, Nights.SETTINGS);
        controller.submit(id, Nights.GRAPH, plan, Nights.SETTINGS);

        assertThat(emr.stepNames()).containsExactly("run-7/intake/1");
    }

    @Test
    void the_exit_code_is_read_from_what_emr_says_and_is_infrastructure_when_it_says_nothing() {
        assertThat(code("Command exiting with ret '5'")).isEqualTo(ExitCode.DATA_HOLD);
        assertThat(code("exit code 8")).isEqualTo(ExitCode.APPROVAL_MISSING);
        assertThat(code("exit code 0")).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(code("Unknown Error.")).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(code("exit code 137")).isEqualTo(ExitCode.INFRASTRUCTURE);
    }

    private static ExitCode code(String failure) {
        return NightProgress.exitCode(new Clusters.StepStatus("s", "r/a/1", StepState.FAILED, failure, ""));
    }
}
