package io.daybreak.emr.orchestrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.emr.calendar.BusinessCalendar;
import io.daybreak.emr.launch.Nights;
import io.daybreak.emr.launch.Step;
import io.daybreak.emr.night.Stage;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.MarketMix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StateMachineTest {
    private final ClusterPlan plan = Nights.plan(MarketMix.SPOT_TASK, 10, 4);

    private JsonNode machine() throws Exception {
        return new ObjectMapper()
                .readTree(StateMachine.render(Nights.GRAPH, plan, Nights.SETTINGS, BusinessCalendar.T2, 2026));
    }

    @Test
    void every_next_names_a_state_and_every_state_is_reached_from_the_start() throws Exception {
        JsonNode machine = machine();
        JsonNode states = machine.at("/States");
        List<String> reached = new ArrayList<>(List.of(machine.at("/StartAt").asText()));
        for (int i = 0; i < reached.size(); i++) {
            JsonNode state = states.get(reached.get(i));
            assertThat(state).as(reached.get(i)).isNotNull();
            List<JsonNode> nexts = new ArrayList<>(state.findValues("Next"));
            nexts.addAll(state.findValues("Default"));
            for (JsonNode next : nexts) {
                if (!reached.contains(next.asText())) {
                    reached.add(next.asText());
                }
            }
        }

        List<String> all = new ArrayList<>();
        states.fieldNames().forEachRemaining(all::add);
        assertThat(reached).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void every_stage_runs_once_and_after_all_it_waits_for() throws Exception {
        JsonNode states = machine().at("/States");
        Map<String, Integer> level = new HashMap<>();
        for (int i = 1; states.has("Level" + i); i++) {
            for (JsonNode branch : states.at("/Level" + i + "/Branches")) {
                assertThat(level.put(branch.at("/StartAt").asText(), i)).isNull();
            }
        }

        assertThat(level.keySet()).containsExactlyInAnyOrderElementsOf(Nights.GRAPH.names());
        for (Stage stage : Nights.GRAPH.stages()) {
            for (String before : stage.after()) {
                assertThat(level.get(before)).isLessThan(level.get(stage.name()));
            }
        }
    }

    @Test
    void a_holiday_ends_at_once_and_a_date_without_known_holidays_fails() throws Exception {
        JsonNode choices = machine().at("/States/Calendar/Choices");

        assertThat(choices.at("/0/StringGreaterThanEquals").asText()).isEqualTo("2029-01-01");
        assertThat(choices.at("/1/Next").asText()).isEqualTo("Holiday");
        // T2 is closed on Good Friday, 3 April 2026
        assertThat(choices.at("/1/Or").findValuesAsText("StringEquals"))
                .contains("2026-04-03", "2028-12-25")
                .doesNotContain("2026-04-05");
    }

    @Test
    void a_failure_terminates_the_cluster_and_fails_the_execution() throws Exception {
        JsonNode states = machine().at("/States");

        assertThat(states.at("/Level1/Catch/0/Next").asText()).isEqualTo("TerminateAfterFailure");
        assertThat(states.at("/TerminateAfterFailure/Next").asText()).isEqualTo("NightFailed");
        assertThat(states.at("/NightFailed/Type").asText()).isEqualTo("Fail");
    }

    @Test
    void evaluated_with_a_date_and_a_run_the_arguments_are_those_that_submit_would_send() throws Exception {
        JsonNode step = machine().at("/States").findValue("aml").at("/Parameters/Step");
        String array = step.at("/HadoopJarStep/Args.$").asText();

        assertThat(evaluate(array))
                .isEqualTo(Step.of(Nights.GRAPH.stage("aml"), plan, Nights.SETTINGS, 1)
                        .arguments());
    }

    /** Evaluates States.Array of literals and States.Format with $.date and $.run, as the language defines them. */
    private static List<String> evaluate(String array) {
        assertThat(array).startsWith("States.Array(").endsWith(")");
        Pattern item = Pattern.compile(
                "States\\.Format\\('((?:[^'\\\\]|\\\\.)*)'((?:, \\$\\.[a-z]+)+)\\)|'((?:[^'\\\\]|\\\\.)*)'");
        Matcher matcher = item.matcher(array.substring("States.Array(".length(), array.length() - 1));
        List<String> values = new ArrayList<>();
        while (matcher.find()) {
            if (matcher.group(3) != null) {
                values.add(matcher.group(3));
                continue;
            }
            String text = matcher.group(1);
            for (String argument : matcher.group(2).substring(2).split(", ")) {
                String value = argument.equals("$.date") ? Nights.SETTINGS.date() : Nights.SETTINGS.runId();
                text = text.replaceFirst("\\{}", value);
            }
            values.add(text);
        }
        return values;
    }
}
