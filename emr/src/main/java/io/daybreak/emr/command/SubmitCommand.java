package io.daybreak.emr.command;

import io.daybreak.emr.aws.EmrClusters;
import io.daybreak.emr.launch.Clusters.Cluster;
import io.daybreak.emr.launch.NightController;
import io.daybreak.emr.launch.NightProgress.Decision;
import io.daybreak.emr.launch.Pause;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code emr submit}: adds the steps that can be added now; safe to run again and again. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description =
                "Submits every stage whose predecessors are done to the run's cluster; repeating it never doubles a step.")
final class SubmitCommand extends NightCommand {
    SubmitCommand(Clock clock, Pause pause) {
        super(clock, pause);
    }

    @Override
    public Integer call() {
        try (EmrClusters clusters = cloud.connect(options.region)) {
            NightController controller = controller(clusters);
            Optional<Cluster> alive = controller.clustersOf(cloud.runId).stream()
                    .filter(cluster -> cluster.state().isAlive())
                    .findFirst();
            if (alive.isEmpty()) {
                throw new Refusal(
                        ExitCode.INFRASTRUCTURE,
                        "run " + cloud.runId + " has no living cluster; 'emr launch' makes one");
            }
            Decision decision = controller.submit(alive.get().id(), options.stages(), plans().get(0), settings());
            if (decision.submit().isEmpty()) {
                spec.commandLine().getOut().println("nothing to submit now");
            }
            return decision.exitCode().orElse(ExitCode.GOOD).code();
        }
    }
}
