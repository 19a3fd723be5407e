package io.daybreak.jobs.cli;

import io.daybreak.jobs.engine.ProcessCluster;
import io.daybreak.jobs.stage.ExitCode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code daybreak cluster}: a real session cluster on this machine. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = {
            "Starts or stops a Flink session cluster of separate processes on this machine; run a night on it with",
            "./daybreak night --cluster HOST:PORT."
        })
final class ClusterCommand {

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = "Starts one JobManager and some TaskManagers.")
    int start(
            @Option(
                            names = "--dir",
                            defaultValue = "cluster",
                            description = "Folder for logs. Default: ${DEFAULT-VALUE}.")
                    Path folder,
            @Option(names = "--task-managers", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
                    int taskManagers,
            @Option(names = "--slots", defaultValue = "1", description = "Slots of each. Default: ${DEFAULT-VALUE}.")
                    int slots)
            throws IOException, InterruptedException {
        ProcessCluster cluster = ProcessCluster.start(folder.toAbsolutePath(), taskManagers, slots, moduleFlags());
        System.out.println(cluster.address());
        return ExitCode.GOOD.code();
    }

    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Stops the cluster started in a folder.")
    int stop(
            @Option(
                            names = "--dir",
                            defaultValue = "cluster",
                            description = "Folder for logs. Default: ${DEFAULT-VALUE}.")
                    Path folder)
            throws IOException {
        ProcessCluster.stop(folder.toAbsolutePath());
        return ExitCode.GOOD.code();
    }

    /** The flags this process was itself started with: the launcher gives Flink's list. */
    static List<String> moduleFlags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-opens") || flag.startsWith("--add-exports"))
                .toList();
    }
}
