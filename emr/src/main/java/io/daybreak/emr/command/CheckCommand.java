package io.daybreak.emr.command;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.watch.Alarm;
import io.daybreak.emr.watch.Measurement;
import io.daybreak.emr.watch.Metric;
import io.daybreak.emr.watch.MetricLines;
import io.daybreak.emr.watch.NightCheck;
import io.daybreak.emr.watch.StatsD;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emr check}: the eight alarms against what a night measured, where there is no CloudWatch. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks a night's measurements against the eight alarms; a critical one decides the exit code.")
final class CheckCommand implements Callable<Integer> {
    private final Clock clock;

    @Parameters(index = "0", paramLabel = "FILE", description = "JSON object of metric names and numbers")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--emf",
            paramLabel = "RUN",
            description = "also print the measurements in CloudWatch's embedded metric format")
    @Nullable private String emfRun;

    @Option(names = "--statsd", paramLabel = "HOST:PORT", description = "also send them to a StatsD agent")
    @Nullable private String statsD;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    CheckCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<Metric, Double> measured = read();
        NightCheck.Result result = NightCheck.check(measured);
        for (NightCheck.Finding finding : result.findings()) {
            Alarm alarm = finding.alarm();
            out.println(String.format(
                    Locale.ROOT,
                    "%-8s %s: %s is %.2f %s; see %s",
                    alarm.severity(),
                    alarm.text(),
                    alarm.metric().text(),
                    finding.value(),
                    alarm.metric().unit(),
                    alarm.runbook()));
        }
        for (Alarm alarm : result.missing()) {
            out.println("unknown  " + alarm.text() + ": " + alarm.metric().text() + " was not measured");
        }
        if (result.findings().isEmpty() && result.missing().isEmpty()) {
            out.println("all eight alarms are quiet");
        }
        publish(measured, out);
        out.flush();
        return result.exitCode().code();
    }

    private Map<Metric, Double> read() {
        try {
            Map<String, Double> byName =
                    new ObjectMapper().readValue(file.toFile(), new TypeReference<Map<String, Double>>() {});
            Map<Metric, Double> measured = new EnumMap<>(Metric.class);
            for (Map.Entry<String, Double> each : byName.entrySet()) {
                measured.put(Metric.named(each.getKey()), each.getValue());
            }
            return measured;
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.CONFIGURATION, "cannot read measurements from " + file + ": " + e.getMessage(), e);
        }
    }

    private void publish(Map<Metric, Double> measured, PrintWriter out) {
        for (Map.Entry<Metric, Double> each : measured.entrySet()) {
            if (!each.getKey().dimensions().isEmpty()) {
                continue;
            }
            Measurement measurement = Measurement.of(each.getKey(), each.getValue());
            if (emfRun != null) {
                out.println(MetricLines.emf(measurement, emfRun, clock.instant()));
            }
            if (statsD != null) {
                send(measurement, statsD);
            }
        }
    }

    private static void send(Measurement measurement, String agent) {
        String[] parts = agent.split(":", 2);
        if (parts.length != 2 || !parts[1].matches("[0-9]{1,5}")) {
            throw new Refusal(ExitCode.USAGE, "--statsd '" + agent + "' is not HOST:PORT");
        }
        try (StatsD sender = new StatsD(parts[0], Integer.parseInt(parts[1]))) {
            sender.send(measurement);
        }
    }
}
