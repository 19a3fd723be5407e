package io.daybreak.bench.child;

import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.night.NightListener;
import io.daybreak.jobs.night.NightRequest;
import io.daybreak.jobs.night.NightRunner;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.StageSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Writes a sample day and runs the stages whose tables workloads read. Arguments: the lake, the date, the transactions,
 * whether they are wide. In a process of its own because it wants the night's memory and flags.
 */
public final class LandChild {

    private static final int PARALLELISM = 2;

    public static void main(String[] arguments) throws Exception {
        Lake lake = new Lake(Path.of(arguments[0]));
        LocalDate date = LocalDate.parse(arguments[1]);
        SampleDay.write(new SampleRequest(
                date,
                Long.parseLong(arguments[2]),
                SampleRequest.DEFAULT_SEED,
                SampleRequest.DEFAULT_HISTORY_DAYS,
                Boolean.parseBoolean(arguments[3]),
                PARALLELISM,
                lake.root()));
        try (Cluster cluster =
                Cluster.embedded(PARALLELISM, Files.createDirectories(lake.root().resolve("scratch")))) {
            new NightRunner(Night.graph(), cluster, new Silent(), System::nanoTime, Map.of())
                    .run(new NightRequest(
                            date,
                            lake,
                            List.of("intake", "prepare", "anomaly"),
                            "",
                            false,
                            "",
                            NightSettings.DEFAULTS));
        }
        System.exit(0);
    }

    private static final class Silent implements NightListener {

        @Override
        public void nightStarted(String runId, Path lake, int stages) {}

        @Override
        public void stageStarted(StageSpec stage) {}

        @Override
        public void stageProgress(StageSpec stage, long records) {}

        @Override
        public void stageFinished(StageSpec stage, StageRecord record, boolean kept) {}

        @Override
        public void nightFinished(RunManifest manifest, Path folder) {}
    }

    private LandChild() {}
}
