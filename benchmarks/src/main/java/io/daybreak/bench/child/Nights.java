package io.daybreak.bench.child;

import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.night.NightListener;
import io.daybreak.jobs.night.NightRequest;
import io.daybreak.jobs.night.NightRunner;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.StageSpec;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Nights with the default settings, without a word and without an insights database. */
final class Nights {

    /**
     * Runs one.
     *
     * @param only these stages; all if empty
     */
    static RunManifest run(Lake lake, LocalDate date, Cluster cluster, List<String> only) throws Exception {
        return run(lake, date, cluster, only, new Silent());
    }

    /** Runs one, telling a listener. */
    static RunManifest run(Lake lake, LocalDate date, Cluster cluster, List<String> only, NightListener listener)
            throws Exception {
        return new NightRunner(Night.graph(), cluster, listener, System::nanoTime, Map.of())
                .run(new NightRequest(date, lake, only, "", false, "", NightSettings.DEFAULTS));
    }

    /** Hears of everything and says nothing. */
    static class Silent implements NightListener {

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

    private Nights() {}
}
