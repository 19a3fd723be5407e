package io.daybreak.emr.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.emr.aws.FakeEmrServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudCommandsTest {
    @SuppressWarnings("NullAway.Init")
    private FakeEmrServer server;

    @BeforeEach
    void start() throws Exception {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        server = new FakeEmrServer(Instant.parse("2026-11-22T11:00:00Z"));
    }

    @AfterEach
    void stop() {
        server.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private Ran emr(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--run-id", "r1", "--endpoint-url", server.uri().toString()));
        return Ran.emr(all.toArray(new String[0]));
    }

    @Test
    void launch_submit_status_and_terminate_do_what_they_say_and_repeating_them_does_no_harm() {
        assertThat(emr("launch", "--date", "2026-11-20").out()).contains("j-1");
        assertThat(emr("launch", "--date", "2026-11-20").out()).contains("is there already", "j-1");
        assertThat(server.requests("RunJobFlow")).hasSize(1);

        assertThat(emr("submit", "--date", "2026-11-20").out()).contains("submitted r1/intake/1");
        assertThat(emr("submit", "--date", "2026-11-20").out()).contains("nothing to submit now");
        assertThat(server.stepNames()).containsExactly("r1/intake/1");

        Ran status = emr("status");
        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).contains("j-1", "READY", "intake", "ACTIVE", "NOT_SUBMITTED");

        assertThat(emr("terminate").out()).contains("terminated cluster j-1");
        assertThat(emr("terminate").out()).contains("no living cluster");
        assertThat(server.state("j-1")).isEqualTo("TERMINATED");
    }

    @Test
    void launch_with_follow_runs_the_night_to_its_exit_code() {
        server.stepsSucceedAtOnce();

        Ran ran = emr("launch", "--date", "2026-11-20", "--follow");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("run r1: exit 0");
        assertThat(server.stepNames()).hasSize(11);
        assertThat(emr("status").exitCode()).isZero();
    }

    @Test
    void status_exits_with_the_nights_code_once_it_is_over() throws Exception {
        emr("launch", "--date", "2026-11-20");
        emr("submit", "--date", "2026-11-20");
        server.failSteps("/", "exit code 4");

        Ran ran = emr("status", "--json");

        assertThat(ran.exitCode()).isEqualTo(4);
        JsonNode status = new ObjectMapper().readTree(ran.out());
        assertThat(status.at("/stages/0/exitCode").asText()).isEqualTo("INPUT_MISSING");
    }

    @Test
    void a_missing_permission_exits_3_and_names_the_action_and_the_role() {
        server.nextError(
                "RunJobFlow",
                400,
                "AccessDeniedException",
                "User is not authorized to perform elasticmapreduce:RunJobFlow");

        Ran ran = emr("launch", "--date", "2026-11-20");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("elasticmapreduce:RunJobFlow", "OperatorRole");
    }

    @Test
    void a_dry_run_prints_the_request_and_sends_nothing() throws Exception {
        Ran ran = emr(
                "launch",
                "--date",
                "2026-11-20",
                "--dry-run",
                "--profile",
                "brief",
                "--mix",
                "spot-task",
                "--core",
                "12",
                "--task",
                "5");

        assertThat(new ObjectMapper()
                        .readTree(ran.out())
                        .at("/Instances/InstanceFleets/1/TargetOnDemandCapacity")
                        .asInt())
                .isEqualTo(24);
        assertThat(server.requests("RunJobFlow")).isEmpty();
    }

    @Test
    void the_business_date_is_asked_for_and_may_not_lie_in_the_future() {
        assertThat(emr("launch").exitCode()).isEqualTo(2);
        assertThat(emr("launch").err()).contains("never taken from the clock");
        assertThat(emr("launch", "--date", "2030-01-01").err()).contains("future");
        assertThat(emr("launch", "--date", "2026-11-20", "--core", "3").err()).contains("--profile");
    }

    @Test
    void status_of_an_unknown_run_says_so() {
        assertThat(emr("status").exitCode()).isEqualTo(7);
        assertThat(emr("submit", "--date", "2026-11-20").err()).contains("no living cluster");
    }
}
