package io.daybreak.emr.command;

import io.daybreak.emr.calendar.BusinessCalendar;
import io.daybreak.emr.launch.LaunchSettings;
import io.daybreak.emr.orchestrate.AirflowDag;
import io.daybreak.emr.orchestrate.StateMachine;
import io.daybreak.emr.plan.ClusterPlan;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emr render}: writes the night for other tools. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Writes the night for other tools: an Airflow DAG, a Step Functions definition.")
final class RenderCommand implements Callable<Integer> {
    /** What can be rendered. */
    enum Target {
        AIRFLOW,
        STEP_FUNCTIONS;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    RenderCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text());
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
            case STEP_FUNCTIONS -> StateMachine.render(options.stages(), plan(), settings());
        };
    }

    private ClusterPlan plan() {
        return Candidates.of(options).cheapestFirst().get(0);
    }

    private LaunchSettings settings() {
        return launch.settings("run", "date");
    }
}
