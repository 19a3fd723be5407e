package io.daybreak.emr.orchestrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.emr.calendar.BusinessCalendar;
import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.launch.JobFlow;
import io.daybreak.emr.launch.Nights;
import io.daybreak.emr.launch.Step;
import io.daybreak.emr.night.Stage;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.MarketMix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AirflowDagTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private JsonNode run(ClusterPlan plan, BusinessCalendar calendar, String airflow) throws Exception {
        Path dag = Files.writeString(
                dir.resolve("dag.py"), AirflowDag.render(Nights.GRAPH, plan, Nights.SETTINGS, calendar, 2026));
        Path runner = dir.resolve("run_dag.py");
        try (var in = AirflowDagTest.class.getResourceAsStream("run_dag.py")) {
            Files.write(runner, in.readAllBytes());
        }
        Process process;
        try {
            process = new ProcessBuilder("python3", runner.toString(), dag.toString(), airflow)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "python3 is not here: the DAG was not executed");
            throw e;
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return new ObjectMapper().readTree(printed);
    }

    @Test
    void executed_under_airflow_2_and_3_the_dag_has_exactly_the_graphs_edges() throws Exception {
        for (String airflow : List.of("2", "3")) {
            JsonNode dag = run(Nights.plan(MarketMix.SPOT_TASK, 10, 4), BusinessCalendar.FED, airflow);

            Set<String> expected = new TreeSet<>(List.of(
                    "open_day>business_date",
                    "business_date>create_cluster",
                    "create_cluster>cluster_ready",
                    "create_cluster>verdict",
                    "cluster_ready>verdict"));
            for (Stage stage : Nights.GRAPH.stages()) {
                expected.add("add_" + stage.name() + ">" + stage.name());
                expected.add(stage.name() + ">terminate_cluster");
                expected.add(stage.name() + ">verdict");
                for (String before : stage.after()) {
                    expected.add(before + ">add_" + stage.name());
                }
                if (stage.after().isEmpty()) {
                    expected.add("cluster_ready>add_" + stage.name());
                }
            }
            Set<String> found = new TreeSet<>();
            dag.at("/edges")
                    .forEach(edge ->
                            found.add(edge.get(0).asText() + ">" + edge.get(1).asText()));
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void adding_a_step_is_never_retried_and_stages_carry_their_pool_and_priority() throws Exception {
        JsonNode dag = run(Nights.plan(MarketMix.SPOT_TASK, 10, 4), BusinessCalendar.FED, "3");

        for (Stage stage : Nights.GRAPH.stages()) {
            JsonNode add = dag.at("/tasks/add_" + stage.name());
            assertThat(add.at("/retries").asInt(-1)).isZero();
            assertThat(add.at("/pool").asText())
                    .isEqualTo("daybreak_" + stage.stageClass().text());
            assertThat(add.at("/priority_weight").asInt())
                    .isEqualTo(stage.stageClass().orchestratorWeight());
        }
        assertThat(dag.at("/tasks/terminate_cluster/trigger_rule").asText()).isEqualTo("all_done");
        assertThat(dag.at("/tasks/verdict/trigger_rule").asText()).isEqualTo("one_failed");
        assertThat(dag.at("/dag/catchup").asText()).isEqualTo("True");
        assertThat(dag.at("/dag/max_active_runs").asText()).isEqualTo("1");
    }

    @Test
    void the_cluster_and_the_steps_are_those_that_launch_would_send() throws Exception {
        ClusterPlan plan = Nights.plan(MarketMix.SPOT_BRIEF, 10, 4);
        JsonNode dag = run(plan, BusinessCalendar.FED, "2");

        JsonNode sent = new ObjectMapper().readTree(DataFile.toJson(JobFlow.of(plan, Nights.SETTINGS)));
        JsonNode rendered = dag.at("/tasks/create_cluster/job_flow_overrides");
        assertThat(rendered.at("/Instances")).isEqualTo(sent.at("/Instances"));
        assertThat(rendered.at("/Configurations")).isEqualTo(sent.at("/Configurations"));
        assertThat(rendered.at("/Name").asText()).startsWith("daybreak-{{ ti.xcom_pull");
        List<String> arguments = new ArrayList<>();
        dag.at("/tasks/add_aml/steps/0/HadoopJarStep/Args")
                .forEach(a -> arguments.add(a.asText()
                        .replace("{{ ti.xcom_pull(task_ids='business_date') }}", Nights.SETTINGS.date())
                        .replace("{{ run_id }}", Nights.SETTINGS.runId())));
        assertThat(arguments)
                .isEqualTo(Step.of(Nights.GRAPH.stage("aml"), plan, Nights.SETTINGS, 1)
                        .arguments());
    }

    @Test
    void holidays_of_the_calendar_are_closed_and_ordinary_fridays_open() throws Exception {
        JsonNode fed = run(Nights.plan(MarketMix.SPOT_TASK, 10, 4), BusinessCalendar.FED, "3");
        JsonNode weekdays = run(Nights.plan(MarketMix.SPOT_TASK, 10, 4), BusinessCalendar.WEEKDAYS, "3");

        assertThat(fed.at("/thanksgiving").asBoolean()).isFalse();
        assertThat(fed.at("/friday").asBoolean()).isTrue();
        assertThat(weekdays.at("/thanksgiving").asBoolean()).isTrue();
    }

    @Test
    void strict_windows_hold_regular_and_low_stages_with_a_sensor() throws Exception {
        JsonNode dag = run(Nights.strictPlan(), BusinessCalendar.T2, "3");

        assertThat(dag.at("/tasks/window_aml/target_time").asText()).contains("hours=2");
        assertThat(dag.at("/tasks/window_analytics/target_time").asText()).contains("hours=5");
        assertThat(dag.at("/tasks/window_prepare").isMissingNode()).isTrue();
        assertThat(dag.at("/edges").toString()).contains("[\"window_aml\",\"add_aml\"]");
    }
}
