package io.daybreak.emr.command;

import io.daybreak.emr.aws.EmrClusters;
import io.daybreak.emr.launch.Pause;
import io.daybreak.emr.plan.Scaling;
import io.daybreak.emr.spot.NodeHttp;
import io.daybreak.emr.spot.SpotWatcher;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emr watch}: runs on a spot node, started by the bootstrap action. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description =
                "Runs on a spot node: on the interruption notice buys on-demand in its place and drains the node.")
final class WatchCommand implements Callable<Integer> {
    private final Pause pause;

    @Option(names = "--cluster-id", required = true, paramLabel = "ID", description = "cluster of the node")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String clusterId;

    @Option(names = "--fleet", required = true, paramLabel = "TYPE", description = "CORE or TASK")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String fleet;

    @Option(names = "--units", required = true, paramLabel = "N", description = "weight of the node in its fleet")
    private int units;

    @Option(names = "--yarn-node", required = true, paramLabel = "HOST:PORT", description = "the node's id in YARN")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String yarnNode;

    @Option(
            names = "--max-on-demand",
            required = true,
            paramLabel = "UNITS",
            description = "most on-demand units of the cluster")
    private int mostOnDemand;

    @Option(names = "--region", paramLabel = "REGION", description = "AWS region (default: ${DEFAULT-VALUE})")
    private String region = "us-east-1";

    @Option(
            names = "--metadata",
            paramLabel = "URL",
            description = "instance metadata service (default: ${DEFAULT-VALUE})")
    private URI metadata = URI.create("http://169.254.169.254");

    @Option(
            names = "--resource-manager",
            required = true,
            paramLabel = "URL",
            description = "YARN resource manager, http://PRIMARY:8088")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private URI resourceManager;

    @Option(names = "--endpoint-url", paramLabel = "URL", description = "send EMR calls there instead of to AWS")
    @Nullable private URI endpoint;

    @Option(names = "--polls", paramLabel = "N", description = "how often to look, every 5 s (default: a day's worth)")
    private int polls = 17_280;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    WatchCommand(Pause pause) {
        this.pause = pause;
    }

    @Override
    public Integer call() {
        try (EmrClusters clusters = EmrClusters.connect(region, Optional.ofNullable(endpoint))) {
            Scaling limits = new Scaling(0, mostOnDemand, mostOnDemand, mostOnDemand);
            new SpotWatcher(
                            new NodeHttp(metadata, resourceManager),
                            clusters,
                            pause,
                            spec.commandLine().getOut()::println)
                    .watch(polls, clusterId, fleet, units, yarnNode, limits);
            return 0;
        }
    }
}
