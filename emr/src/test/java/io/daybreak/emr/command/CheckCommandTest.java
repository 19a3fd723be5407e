package io.daybreak.emr.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private Path measured(String json) throws Exception {
        return Files.writeString(dir.resolve("night.json"), json);
    }

    @Test
    void a_quiet_night_exits_0() throws Exception {
        Path night = measured(
                "{\"JobFailureRate\":0,\"ProcessingDelay\":0,\"DataQualityIssues\":0.4,\"CostOfBudget\":98,"
                        + "\"ResourceUtilization\":85,\"ProcessingTimeOfBaseline\":101,\"SpotInterruptionRate\":4,\"StorageGrowth\":2}");

        Ran ran = Ran.emr("check", night.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("all eight alarms are quiet");
    }

    @Test
    void a_critical_alarm_decides_the_exit_code_and_names_its_runbook() throws Exception {
        Ran ran = Ran.emr(
                "check", measured("{\"CostOfBudget\":130,\"StorageGrowth\":40}").toString(), "--emf", "run-7");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out())
                .contains(
                        "cost > 20 % over budget",
                        "docs/runbooks/cost-overrun.md", "WARNING", "was not measured", "\"run\":\"run-7\"");
    }

    @Test
    void an_unknown_metric_and_a_broken_file_are_refused() throws Exception {
        assertThat(Ran.emr("check", measured("{\"Speed\":1}").toString()).err()).contains("Speed");
        assertThat(Ran.emr("check", measured("[").toString()).exitCode()).isEqualTo(3);
        assertThat(Ran.emr("check", measured("{}").toString(), "--statsd", "nowhere")
                        .exitCode())
                .isZero();
        assertThat(Ran.emr("check", measured("{\"StorageGrowth\":1}").toString(), "--statsd", "nowhere")
                        .exitCode())
                .isEqualTo(2);
    }
}
