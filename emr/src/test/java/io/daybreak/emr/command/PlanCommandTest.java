package io.daybreak.emr.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    @Test
    void the_plan_of_the_briefs_day_shows_the_cluster_the_clock_the_cost_and_every_lever() {
        Ran ran = Ran.emr("plan");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("500,000,000 rows", "Candidates", "CORE", "reconcile", "USD/GB", "Break-even", "DEEP_ARCHIVE")
                .contains("spark.sql.adaptive.skewJoin.enabled");
    }

    @Test
    void the_json_plan_is_complete_and_agrees_with_itself() throws Exception {
        Ran ran = Ran.emr("plan", "--json", "--profile", "brief", "--mix", "spot-task");

        JsonNode plan = new ObjectMapper().readTree(ran.out());
        assertThat(plan.at("/release").asText()).startsWith("emr-7.");
        assertThat(plan.at("/core/types/0/type").asText()).isEqualTo("r5.4xlarge");
        assertThat(plan.at("/mix").asText()).isEqualTo("spot-task");
        assertThat(plan.at("/classifications/flink-conf/slotmanager.number-of-slots.max")
                        .asInt())
                .isEqualTo(plan.at("/estimate/slots").asInt());
        assertThat(plan.at("/levers").size()).isGreaterThanOrEqualTo(24);
    }

    @Test
    void limits_that_cannot_meet_the_deadline_exit_3_with_the_nearest_feasible_plan() {
        Ran ran = Ran.emr("plan", "--rows", "50000000000", "--bytes", "200TB", "--core-max", "12", "--task-max", "0");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("fastest is", "Nearest feasible plan", "--core-max to");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void an_impossible_deadline_exits_3_and_says_that_nodes_do_not_help() {
        Ran ran = Ran.emr("plan", "--deadline", "00:03");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("No number of nodes helps", "Move the deadline past");
    }

    @Test
    void unknown_things_are_refused_by_name() {
        assertThat(Ran.emr("plan", "--region", "mars-1").err()).contains("mars-1");
        assertThat(Ran.emr("plan", "--region", "mars-1").exitCode()).isEqualTo(3);
        assertThat(Ran.emr("plan", "--profile", "x1").err()).contains("x1", "graviton");
        assertThat(Ran.emr("plan", "--mix", "all").err()).contains("'all'", "spot-task");
        assertThat(Ran.emr("plan", "--rows", "many").exitCode()).isEqualTo(2);
        assertThat(Ran.emr("plan", "--bytes", "2XB").exitCode()).isEqualTo(2);
        assertThat(Ran.emr("plan", "--deadline", "noon").exitCode()).isEqualTo(2);
        assertThat(Ran.emr("plan", "--graph", "nowhere.json").err()).contains("nowhere.json");
        assertThat(Ran.emr().exitCode()).isEqualTo(2);
    }

    @Test
    void an_expired_price_book_warns_and_goes_on() {
        Ran ran = Ran.on(Clock.fixed(Instant.parse("2031-01-01T00:00:00Z"), ZoneOffset.UTC), "plan");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).contains("warning", "expired");
    }

    @Test
    void a_price_book_with_an_unknown_type_in_its_fleet_names_the_type(@TempDir Path dir) throws Exception {
        String shipped = new String(
                PlanCommandTest.class
                        .getResourceAsStream("/io/daybreak/emr/price-book-us-east-1.json")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        Path file = Files.writeString(dir.resolve("prices.json"), shipped.replace("\"r5.4xlarge\"", "\"r5.5xlarge\""));

        Ran ran = Ran.emr("plan", "--profile", "brief", "--prices", file.toString());

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("r5.4xlarge");
    }

    @Test
    void strict_windows_cost_a_multiple_of_priorities_because_the_cluster_idles() throws Exception {
        ObjectMapper json = new ObjectMapper();

        double strict = json.readTree(
                        Ran.emr("plan", "--json", "--strict-windows").out())
                .at("/estimate/cost/totalUsd")
                .asDouble();
        double priority = json.readTree(Ran.emr("plan", "--json").out())
                .at("/estimate/cost/totalUsd")
                .asDouble();

        assertThat(strict).isGreaterThan(3 * priority);
    }
}
