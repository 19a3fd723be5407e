package io.daybreak.emr.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.emr.night.ExitCode;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTest {
    private final ObjectMapper json = new ObjectMapper();

    /** The brief's thresholds (Task 5), each just quiet and just sounding. */
    @ParameterizedTest
    @CsvSource({
        "JOB_FAILURE_RATE, 5, 5.01",
        "PROCESSING_DELAY, 1800, 1801",
        "DATA_QUALITY_ISSUES, 1, 1.01",
        "COST_OVERRUN, 120, 120.1",
        "RESOURCE_UTILIZATION, 70, 69.9",
        "RESOURCE_UTILIZATION, 90, 90.1",
        "PROCESSING_TIME, 150, 150.1",
        "SPOT_INTERRUPTION_RATE, 10, 10.1",
        "STORAGE_GROWTH, 25, 25.1"
    })
    void an_alarm_is_quiet_at_its_threshold_and_sounds_beyond_it(Alarm alarm, double quiet, double sounding) {
        assertThat(alarm.sounds(quiet)).isFalse();
        assertThat(alarm.sounds(sounding)).isTrue();
        assertThat(alarm.sounds(Double.NaN)).isTrue();
    }

    @Test
    void four_alarms_are_critical_and_four_are_warnings_and_no_two_watch_the_same() {
        Set<Metric> metrics = new HashSet<>();
        int critical = 0;
        for (Alarm alarm : Alarm.values()) {
            metrics.add(alarm.metric());
            critical += alarm.severity() == Alarm.Severity.CRITICAL ? 1 : 0;
        }

        assertThat(metrics).hasSize(8);
        assertThat(critical).isEqualTo(4);
    }

    @Test
    void a_night_is_checked_and_what_was_not_measured_is_said() {
        Map<Metric, Double> night = new EnumMap<>(Metric.class);
        night.put(Metric.JOB_FAILURE_RATE, 0.0);
        night.put(Metric.DATA_QUALITY_ISSUES, 1.7);
        night.put(Metric.RESOURCE_UTILIZATION, 40.0);

        NightCheck.Result result = NightCheck.check(night);

        assertThat(result.findings())
                .extracting(NightCheck.Finding::alarm)
                .containsExactly(Alarm.DATA_QUALITY_ISSUES, Alarm.RESOURCE_UTILIZATION);
        assertThat(result.missing()).hasSize(5).doesNotContain(Alarm.JOB_FAILURE_RATE);
        assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_HOLD);
    }

    @Test
    void warnings_alone_do_not_fail_a_night() {
        assertThat(NightCheck.check(Map.of(Metric.STORAGE_GROWTH, 99.0)).exitCode())
                .isEqualTo(ExitCode.GOOD);
    }

    @Test
    void every_metric_of_the_brief_has_a_unit_that_cloudwatch_knows() {
        Set<String> units = Set.of("Seconds", "Percent", "Count", "None");
        Set<String> names = new HashSet<>();
        for (Metric metric : Metric.values()) {
            assertThat(units).contains(metric.unit());
            assertThat(names.add(metric.text())).as(metric.text()).isTrue();
            assertThat(Metric.named(metric.text())).isEqualTo(metric);
        }
        assertThatThrownBy(() -> Metric.named("Speed")).hasMessageContaining("Speed");
    }

    @Test
    void an_emf_line_declares_the_metric_it_carries() throws Exception {
        Measurement measured = new Measurement(Metric.STAGE_DURATION, 42.5, Map.of("Stage", "aml", "Class", "regular"));

        JsonNode line = json.readTree(MetricLines.emf(measured, "run-7", Instant.ofEpochMilli(1_700_000_000_000L)));

        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(1_700_000_000_000L);
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(directive.at("/Namespace").asText()).isEqualTo("Daybreak");
        for (JsonNode dimension : directive.at("/Dimensions/0")) {
            assertThat(line.get(dimension.asText()).isTextual()).isTrue();
        }
        assertThat(line.get(directive.at("/Metrics/0/Name").asText()).asDouble())
                .isEqualTo(42.5);
        assertThat(line.at("/run").asText()).isEqualTo("run-7");
    }

    @Test
    void a_measurement_without_its_dimensions_or_without_a_number_is_refused() {
        assertThatThrownBy(() -> Measurement.of(Metric.STAGE_DURATION, 1)).hasMessageContaining("[Stage, Class]");
        assertThatThrownBy(() -> Measurement.of(Metric.ON_TIME, Double.NaN)).hasMessageContaining("OnTime");
    }

    @Test
    void a_statsd_agent_receives_the_gauge_with_its_tags() throws Exception {
        try (DatagramSocket agent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            agent.setSoTimeout(5000);
            try (StatsD sender = new StatsD("127.0.0.1", agent.getLocalPort())) {
                sender.send(new Measurement(Metric.QUEUE_WAIT, 7, Map.of("Stage", "a:b", "Class", "low")));
            }
            DatagramPacket packet = new DatagramPacket(new byte[512], 512);
            agent.receive(packet);

            assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
                    .isEqualTo("daybreak.QueueWait:7.0|g|#Class:low,Stage:a_b");
        }
    }

    @Test
    void the_dashboard_shows_every_metric_inside_its_grid_without_overlap() throws Exception {
        JsonNode widgets =
                json.readTree(Dashboard.json("us-east-1", "123456789012")).at("/widgets");
        Set<String> titles = new HashSet<>();
        boolean[][] taken = new boolean[200][24];
        for (JsonNode widget : widgets) {
            titles.add(widget.at("/properties/title").asText());
            for (int y = widget.at("/y").asInt();
                    y < widget.at("/y").asInt() + widget.at("/height").asInt();
                    y++) {
                for (int x = widget.at("/x").asInt();
                        x < widget.at("/x").asInt() + widget.at("/width").asInt();
                        x++) {
                    assertThat(taken[y][x]).as(widget.toString()).isFalse();
                    taken[y][x] = true;
                }
            }
        }

        for (Metric metric : Metric.values()) {
            assertThat(titles).contains(metric.text());
        }
        assertThat(widgets.at("/0/properties/alarms").size()).isEqualTo(8);
    }

    @Test
    void every_alarm_and_every_exit_code_has_a_runbook_that_says_what_to_do() throws Exception {
        Path runbooks = runbooks();
        for (Alarm alarm : Alarm.values()) {
            String page = Files.readString(runbooks.resolve(alarm.id() + ".md"));
            assertThat(page).contains(alarm.text(), alarm.metric().text(), "## Look", "## Do", "## Afterwards");
        }
        for (ExitCode code : ExitCode.values()) {
            if (code != ExitCode.GOOD) {
                String page = Files.readString(runbooks.resolve("exit-" + code.code() + ".md"));
                assertThat(page)
                        .contains(
                                "Exit " + code.code(),
                                code.actor(),
                                "## Do",
                                code.retryable() ? "Safe to retry: yes" : "Safe to retry: no");
            }
        }
    }

    private static Path runbooks() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("docs/runbooks"))) {
            at = java.util.Objects.requireNonNull(at.getParent(), "no folder docs/runbooks above the module");
        }
        return at.resolve("docs/runbooks");
    }
}
