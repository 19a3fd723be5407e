package io.daybreak.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.testing.LongForm;
import io.daybreak.jobs.testing.NightRuns;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One night here and once more on a JobManager and two TaskManagers in processes of their own: the same data. */
class ProcessClusterTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    @TempDir
    Path folder;

    @Test
    void stages_of_every_kind_run_on_a_cluster_of_separate_processes() throws Exception {
        // SQL with a connector of our own, a DataStream job, operators with shared state, scenarios with OVER and
        // HAVING
        assertSameHereAndThere(10_000, NightRuns.settings(), "intake", "prepare", "risk", "aml");
    }

    @Test
    @LongForm
    void the_whole_night_runs_on_a_cluster_of_separate_processes() throws Exception {
        RunManifest there = assertSameHereAndThere(100_000, NightSettings.DEFAULTS);

        assertThat(there.stages()).hasSameSizeAs(Night.graph().stages());
    }

    private RunManifest assertSameHereAndThere(long transactions, NightSettings settings, String... stages)
            throws Exception {
        Lake lake = new Lake(folder.resolve("lake"));
        SampleDay.write(new SampleRequest(
                DATE,
                transactions,
                SampleRequest.DEFAULT_SEED,
                SampleRequest.DEFAULT_HISTORY_DAYS,
                false,
                2,
                lake.root()));

        RunManifest here;
        try (Cluster cluster = Cluster.embedded(2, Files.createDirectories(folder.resolve("scratch")))) {
            here = NightRuns.run(cluster, lake, DATE, settings, stages);
        }
        Path clusterFolder = folder.resolve("cluster");
        RunManifest there;
        try {
            ProcessCluster processes = ProcessCluster.start(clusterFolder, 2, 1, moduleFlags());
            try (Cluster cluster = Cluster.remote(processes.address(), 2)) {
                there = NightRuns.run(cluster, lake, DATE, settings, stages);
            }
        } finally {
            ProcessCluster.stop(clusterFolder);
        }
        System.out.println("here: " + NightRuns.seconds(here));
        System.out.println("there: " + NightRuns.seconds(there));

        assertThat(there.comparedWith()).isEqualTo(here.runId());
        assertThat(there.comparison()).isEmpty();
        assertThat(NightRuns.contents(there)).isEqualTo(NightRuns.contents(here));
        return there;
    }

    private static List<String> moduleFlags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-opens") || flag.startsWith("--add-exports"))
                .toList();
    }
}
