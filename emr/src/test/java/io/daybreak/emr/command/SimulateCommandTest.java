package io.daybreak.emr.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    @Test
    void two_runs_of_a_seed_print_the_same_and_recommend_a_plan(@TempDir Path dir) throws Exception {
        Path chart = dir.resolve("nights.svg");
        Ran first = Ran.emr("simulate", "--nights", "1000", "--profile", "brief", "--chart", chart.toString());
        Ran second = Ran.emr("simulate", "--nights", "1000", "--profile", "brief");

        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .isEqualTo(second.out())
                .contains("Recommended: brief/", "To miss", "Published (nights)");
        assertThat(Files.readString(chart)).startsWith("<svg").contains("1000 nights");
    }

    @Test
    void the_json_carries_every_outcome_with_its_interval() throws Exception {
        Ran ran = Ran.emr("simulate", "--nights", "1000", "--profile", "brief", "--json");

        JsonNode recommendation = new ObjectMapper().readTree(ran.out());
        assertThat(recommendation.at("/ranked").size()).isEqualTo(4);
        assertThat(recommendation.at("/ranked/0/onTime/low").asDouble()).isBetween(0.9, 1.0);
        assertThat(recommendation.at("/chosen").asInt()).isZero();
    }

    @Test
    void too_few_nights_cannot_prove_a_plan_and_exit_3() {
        Ran ran = Ran.emr("simulate", "--nights", "50", "--profile", "brief");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).contains("No candidate reaches the goal");
    }

    @Test
    void what_if_every_feed_is_five_and_a_half_hours_late_nights_are_missed() {
        Ran ran = Ran.emr(
                "simulate", "--nights", "200", "--profile", "brief", "--mix", "on-demand", "--feed-delay", "330");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).contains("missed, by main cause: {feeds late=");
    }

    @Test
    void a_forecast_from_past_volumes_feeds_the_plan(@TempDir Path dir) throws Exception {
        StringBuilder lines = new StringBuilder("date,rows,bytes\n");
        for (int i = 0; i < 60; i++) {
            long rows = 100_000_000L + i % 5 * 1_000_000L;
            lines.append(java.time.LocalDate.parse("2026-01-01").plusDays(i))
                    .append(',')
                    .append(rows)
                    .append(',')
                    .append(rows * 4000)
                    .append('\n');
        }
        Path file = Files.writeString(dir.resolve("volumes.csv"), lines);

        Ran ran = Ran.emr("plan", "--history", file.toString(), "--date", "2026-03-03");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).contains("forecast:", "60 days");
        assertThat(ran.out()).containsPattern("Workload {3}10\\d,\\d{3},\\d{3} rows");
    }
}
