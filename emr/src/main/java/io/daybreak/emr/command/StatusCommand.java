package io.daybreak.emr.command;

import io.daybreak.emr.aws.EmrClusters;
import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.launch.Clusters.Cluster;
import io.daybreak.emr.launch.NightController;
import io.daybreak.emr.launch.NightProgress;
import io.daybreak.emr.launch.Pause;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.night.StageGraph;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emr status} and {@code emr terminate}: what is there of a run, and ending it. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the clusters and stages of a run; exits with the night's code once it is over.")
final class StatusCommand implements Callable<Integer> {
    private final Clock clock;
    private final Pause pause;

    @Mixin
    private final CloudOptions cloud = new CloudOptions();

    @Option(names = "--region", paramLabel = "REGION", description = "AWS region (default: ${DEFAULT-VALUE})")
    private String region = "us-east-1";

    @Option(
            names = "--graph",
            paramLabel = "FILE",
            description = "graph file written by './daybreak stages --json' (default: the built-in one)")
    @Nullable private Path graph;

    @Option(names = "--json", description = "print as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    StatusCommand(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    private record Status(List<Cluster> clusters, List<NightProgress.StageState> stages) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StageGraph stages = graph == null
                ? DataFile.shipped("night-graph.json", StageGraph.class)
                : DataFile.at(graph, StageGraph.class);
        try (EmrClusters clusters = cloud.connect(region)) {
            NightController controller = new NightController(
                    clusters, clock, pause, spec.commandLine().getErr()::println);
            List<Cluster> found = controller.clustersOf(cloud.runId);
            if (found.isEmpty()) {
                throw new Refusal(
                        ExitCode.INFRASTRUCTURE,
                        "run " + cloud.runId + " has no cluster in " + region + "; 'emr launch' makes one");
            }
            NightProgress progress = controller.progress(stages, cloud.runId);
            if (json) {
                out.println(DataFile.toJson(new Status(found, progress.stages())));
            } else {
                print(out, found, progress);
            }
            return progress.decide(stages).exitCode().orElse(ExitCode.GOOD).code();
        }
    }

    private static void print(PrintWriter out, List<Cluster> clusters, NightProgress progress) {
        for (Cluster cluster : clusters) {
            out.println(String.format(
                    Locale.ROOT,
                    "cluster %-18s %-9s %s %s",
                    cluster.id(),
                    cluster.state(),
                    cluster.name(),
                    cluster.reason()));
        }
        for (NightProgress.StageState stage : progress.stages()) {
            String code = stage.exitCode() == ExitCode.GOOD
                    ? ""
                    : "exit " + stage.exitCode().code() + ", "
                            + stage.exitCode().meaning();
            out.println(String.format(
                    Locale.ROOT,
                    "  %-14s %-14s attempts %d %s %s",
                    stage.stage(),
                    stage.state(),
                    stage.attempts(),
                    code,
                    stage.detail()));
        }
    }
}
