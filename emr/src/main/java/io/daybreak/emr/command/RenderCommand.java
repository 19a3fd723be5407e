package io.daybreak.emr.command;

import io.daybreak.emr.calendar.BusinessCalendar;
import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.launch.LaunchSettings;
import io.daybreak.emr.orchestrate.AirflowDag;
import io.daybreak.emr.orchestrate.StateMachine;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.watch.CloudWatchAlarms;
import io.daybreak.emr.watch.Dashboard;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emr render}: writes the night for other tools. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description =
                "Writes the night for other tools: Airflow DAG, Step Functions definition, CloudWatch dashboard and alarms, CloudFormation template, docs/sizing.md.")
final class RenderCommand implements Callable<Integer> {
    /** What can be rendered. */
    enum Target {
        AIRFLOW,
        STEP_FUNCTIONS,
        DASHBOARD,
        ALARMS,
        TEMPLATE,
        SIZING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Clock clock;

    @Parameters(index = "0", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Target target;

    @Mixin
    private final WorkloadOptions options = new WorkloadOptions();

    @Mixin
    private final LaunchOptions launch = new LaunchOptions();

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "AWS account of the alarms (default: ${DEFAULT-VALUE})")
    private String account = "000000000000";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    RenderCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text().stripTrailing() + "\n");
        out.flush();
        return 0;
    }

    private String text() {
        return switch (target) {
            case AIRFLOW ->
                AirflowDag.render(
                        options.stages(),
                        plan(),
                        settings(),
                        BusinessCalendar.named(options.calendar),
                        LocalDate.now(clock).getYear());
            case STEP_FUNCTIONS ->
                StateMachine.render(
                        options.stages(),
                        plan(),
                        settings(),
                        BusinessCalendar.named(options.calendar),
                        LocalDate.now(clock).getYear());
            case DASHBOARD -> Dashboard.json(options.region, account);
            case ALARMS -> DataFile.toJson(CloudWatchAlarms.properties(topic("critical"), topic("warning")));
            case TEMPLATE -> DataFile.text("template.yaml");
            case SIZING -> new Sizing(clock).page();
        };
    }

    private String topic(String severity) {
        return "arn:aws:sns:" + options.region + ":" + account + ":daybreak-" + severity;
    }

    private ClusterPlan plan() {
        return Candidates.of(options).cheapestFirst().get(0);
    }

    private LaunchSettings settings() {
        return launch.settings("run", "date");
    }
}
