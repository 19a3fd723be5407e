package io.daybreak.emr.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RenderCommandTest {
    @Test
    void the_airflow_dag_is_printed_with_the_operators_own_places() {
        Ran ran = Ran.emr("render", "airflow", "--lake", "s3://mine/lake", "--calendar", "fed");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("dag_id=\"daybreak_night\"", "s3://mine/lake", "date(2026, 11, 26)");
    }

    @Test
    void the_step_functions_definition_is_json() throws Exception {
        Ran ran = Ran.emr("render", "step-functions");

        assertThat(new ObjectMapper().readTree(ran.out()).at("/StartAt").asText())
                .isEqualTo("Input");
    }

    @Test
    void dashboard_alarms_and_template_are_printed_too() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readTree(Ran.emr("render", "dashboard").out())
                        .at("/widgets")
                        .size())
                .isGreaterThan(26);
        assertThat(json.readTree(Ran.emr("render", "alarms").out()).size()).isEqualTo(8);
        assertThat(Ran.emr("render", "template").out()).startsWith("AWSTemplateFormatVersion");
    }

    @Test
    void an_unknown_target_is_a_usage_error_that_lists_the_known_ones() {
        Ran ran = Ran.emr("render", "cron");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("airflow", "step-functions");
    }
}
