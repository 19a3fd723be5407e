package io.daybreak.emr.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class FailoverCommandTest {
    @Test
    void within_the_country_it_shows_cost_recovery_time_and_odds() throws Exception {
        Ran ran = Ran.emr("failover", "--to", "us-west-2", "--nights", "2000", "--json");

        assertThat(ran.exitCode()).isZero();
        JsonNode answer = new ObjectMapper().readTree(ran.out());
        // the decision takes 20 minutes, a cluster 5 to 15
        assertThat(answer.at("/failover/recoverySeconds/p50").asDouble()).isBetween(1500.0, 2100.0);
        assertThat(answer.at("/failover/lostSeconds").asInt()).isEqualTo(900);
        assertThat(answer.at("/failover/filed/low").asDouble()).isGreaterThan(0.97);
        assertThat(answer.at("/cost/transferUsdPerNight").asDouble()).isBetween(80.0, 90.0);
    }

    @Test
    void across_the_ocean_it_exits_3_and_names_the_tables_that_may_not_go() {
        Ran ran = Ran.emr("failover", "--to", "eu-west-1", "--nights", "200");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).contains("not landing.customers", "PERSONAL stays in US", "wait for the first region");
    }
}
