package io.daybreak.jobs.cli;

import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.util.EnvironmentInformation;
import picocli.CommandLine.Option;

/** Options of every command that runs stages. */
final class NightOptions {

    /** In place of a cluster's address: the application's own. */
    static final String APPLICATION = "application";

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "STAGE",
            description = "Run just these stages, on what is published for the others.")
    List<String> only = List.of();

    @Option(names = "--from", paramLabel = "STAGE", description = "Run this stage and everything that depends on it.")
    String from = "";

    @Option(
            names = "--resume",
            description = "Go on with the last unfinished run of the date at its first unfinished stage.")
    boolean resume;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Tasks at a time. Results do not depend on it. Default: the processors of this machine.")
    int parallelism = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--stages-at-once",
            paramLabel = "N",
            defaultValue = "2",
            description = "Stages under way at a time. Results do not depend on it. Default: ${DEFAULT-VALUE}.")
    int stagesAtOnce = 2;

    @Option(
            names = "--cluster",
            paramLabel = "HOST:PORT",
            description = "Run on this Flink session cluster instead of one inside this process;" + " '" + APPLICATION
                    + "' stands for the one that 'flink run-application' brought this process to.")
    String cluster = "";

    @Option(
            names = "--insights",
            paramLabel = "URL",
            defaultValue = "${env:DAYBREAK_INSIGHTS:-embedded}",
            description =
                    "Customer insights database: a jdbc:postgresql: address, 'embedded' (a real PostgreSQL kept in"
                            + " the lake) or 'none'. Default: ${DEFAULT-VALUE}.")
    String insights = "embedded";

    @Option(names = "--config", paramLabel = "FILE", description = "Settings; see docs/configuration.md.")
    Path config = Path.of("");

    @Option(
            names = "--feeds",
            paramLabel = "FILE",
            description = "Land the day from the bank's own files first, by the mappings this file lists;"
                    + " see docs/feeds.md.")
    Path feeds = Path.of("");

    @Option(names = "--json", description = "Print summary.json at the end; progress goes to stderr.")
    boolean json;

    /**
     * Checks what the parser cannot.
     *
     * @throws NightFailure {@link ExitCode#USAGE} if options contradict each other or a value is out of bounds
     */
    void check() {
        if (parallelism < 1) {
            throw misused("--parallelism " + parallelism + " is not positive");
        }
        if (stagesAtOnce < 1) {
            throw misused("--stages-at-once " + stagesAtOnce + " is not positive");
        }
        if (!only.isEmpty() && !from.isEmpty()) {
            throw misused("--only and --from exclude each other");
        }
        if (!cluster.isEmpty() && !cluster.equals(APPLICATION) && !cluster.matches("[^:/\\s]+:\\d{1,5}")) {
            throw misused("--cluster '" + cluster + "' is not HOST:PORT");
        }
    }

    private static NightFailure misused(String what) {
        return new NightFailure(ExitCode.USAGE, what, "-", 0, "./daybreak night --help shows the options");
    }

    /** The cluster asked for. */
    Cluster openCluster(Path lake) throws Exception {
        if (cluster.equals(APPLICATION)) {
            return Cluster.application();
        }
        if (!cluster.isEmpty()) {
            return Cluster.remote(cluster, parallelism);
        }
        return Cluster.embedded(parallelism, stagesAtOnce, scratch());
    }

    private static Path scratch() throws IOException {
        Path scratch = Files.createTempDirectory("daybreak-");
        scratch.toFile().deleteOnExit();
        return scratch;
    }

    /** What was set with {@code --config}; the defaults without it. */
    NightSettings settings() {
        return config.toString().isEmpty() ? NightSettings.DEFAULTS : SettingsFile.read(config);
    }

    /** What runs: part of every manifest. */
    static Map<String, String> version() {
        Map<String, String> version = new TreeMap<>();
        version.put("daybreak", "1.0.0-SNAPSHOT");
        version.put("flink", EnvironmentInformation.getVersion());
        version.put("java", Integer.toString(Runtime.version().feature()));
        return version;
    }
}
