package io.daybreak.emr.command;

import io.daybreak.emr.aws.EmrClusters;
import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.launch.JobFlow;
import io.daybreak.emr.launch.NightController;
import io.daybreak.emr.launch.Pause;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.plan.ClusterPlan;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code emr launch}: a cluster for a run, or with {@code --follow} the whole night to its exit code. */
@Command(
        name = "launch",
        mixinStandardHelpOptions = true,
        description =
                "Launches the planned cluster for a run, once; with --follow runs the night to its end and terminates.")
final class LaunchCommand extends NightCommand {
    @Option(
            names = "--follow",
            description = "submit stages as they become ready, poll to the night's exit code, terminate")
    private boolean follow;

    @Option(names = "--dry-run", description = "print the request that would be sent and stop")
    private boolean dryRun;

    LaunchCommand(Clock clock, Pause pause) {
        super(clock, pause);
    }

    @Override
    public Integer call() {
        List<ClusterPlan> plans = plans();
        if (dryRun) {
            spec.commandLine().getOut().println(DataFile.toJson(JobFlow.of(plans.get(0), settings())));
            return 0;
        }
        try (EmrClusters clusters = cloud.connect(options.region)) {
            NightController controller = controller(clusters);
            if (!follow) {
                spec.commandLine().getOut().println(controller.launch(plans.get(0), settings()));
                return 0;
            }
            ExitCode code = controller.run(options.stages(), plans, settings(), giveUpAt(plans.get(0)));
            spec.commandLine()
                    .getOut()
                    .println("night " + options.date + " run " + cloud.runId + ": exit " + code.code() + ", "
                            + code.meaning());
            return code.code();
        }
    }
}
