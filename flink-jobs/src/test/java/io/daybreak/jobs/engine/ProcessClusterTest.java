package io.daybreak.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.night.NightRequest;
import io.daybreak.jobs.night.NightRunner;
import io.daybreak.jobs.night.SilentListener;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.NightSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessClusterTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    @TempDir
    Path folder;

    @Test
    void the_same_stages_run_on_a_cluster_of_separate_processes() throws Exception {
        Lake lake = new Lake(folder.resolve("lake"));
        SampleDay.write(new SampleRequest(
                DATE, 10_000, SampleRequest.DEFAULT_SEED, SampleRequest.DEFAULT_HISTORY_DAYS, false, 2, lake.root()));

        RunManifest here = night(lake, Cluster.embedded(2, Files.createDirectories(folder.resolve("scratch"))));
        Path clusterFolder = folder.resolve("cluster");
        RunManifest there;
        try {
            ProcessCluster processes = ProcessCluster.start(clusterFolder, 2, 1, moduleFlags());
            there = night(lake, Cluster.remote(processes.address(), 2));
        } finally {
            ProcessCluster.stop(clusterFolder);
        }

        assertThat(there.comparedWith()).isEqualTo(here.runId());
        assertThat(there.comparison()).isEmpty();
        assertThat(there.stages())
                .flatExtracting(StageRecord::outputs)
                .extracting(StageRecord.Output::rows)
                .contains(here.stages().get(1).outputs().get(0).rows());
    }

    private static RunManifest night(Lake lake, Cluster cluster) throws Exception {
        try (cluster) {
            return new NightRunner(Night.graph(), cluster, new SilentListener(), System::nanoTime, Map.of())
                    .run(new NightRequest(
                            DATE, lake, List.of("intake", "prepare"), "", false, "", NightSettings.DEFAULTS));
        }
    }

    private static List<String> moduleFlags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-opens") || flag.startsWith("--add-exports"))
                .toList();
    }
}
