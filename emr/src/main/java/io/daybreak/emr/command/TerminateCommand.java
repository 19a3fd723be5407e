package io.daybreak.emr.command;

import io.daybreak.emr.aws.EmrClusters;
import io.daybreak.emr.launch.Clusters.Cluster;
import io.daybreak.emr.launch.NightController;
import io.daybreak.emr.launch.Pause;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emr terminate}: ends every living cluster of a run. */
@Command(
        name = "terminate",
        mixinStandardHelpOptions = true,
        description = "Ends every living cluster of a run; repeating it does no harm.")
final class TerminateCommand implements Callable<Integer> {
    private final Clock clock;
    private final Pause pause;

    @Mixin
    private final CloudOptions cloud = new CloudOptions();

    @Option(names = "--region", paramLabel = "REGION", description = "AWS region (default: ${DEFAULT-VALUE})")
    private String region = "us-east-1";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    TerminateCommand(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public Integer call() {
        try (EmrClusters clusters = cloud.connect(region)) {
            NightController controller = new NightController(
                    clusters, clock, pause, spec.commandLine().getOut()::println);
            int ended = 0;
            for (Cluster cluster : controller.clustersOf(cloud.runId)) {
                if (cluster.state().isAlive()) {
                    controller.terminate(cluster.id());
                    ended++;
                }
            }
            if (ended == 0) {
                spec.commandLine().getOut().println("run " + cloud.runId + " has no living cluster");
            }
            return 0;
        }
    }
}
