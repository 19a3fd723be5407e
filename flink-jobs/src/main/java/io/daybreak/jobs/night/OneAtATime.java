package io.daybreak.jobs.night;

import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.StageSpec;
import java.nio.file.Path;
import java.util.List;

/** Hands on what stages side by side have to tell, one call at a time. */
final class OneAtATime implements NightListener {

    private final NightListener listener;

    OneAtATime(NightListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void nightStarted(String runId, Path lake, int stages) {
        listener.nightStarted(runId, lake, stages);
    }

    @Override
    public synchronized void stageStarted(StageSpec stage) {
        listener.stageStarted(stage);
    }

    @Override
    public synchronized void stageProgress(StageSpec stage, long records) {
        listener.stageProgress(stage, records);
    }

    @Override
    public synchronized void stageTotalled(StageSpec stage, List<ControlTotal> totals) {
        listener.stageTotalled(stage, totals);
    }

    @Override
    public synchronized void stageFailed(StageSpec stage) {
        listener.stageFailed(stage);
    }

    @Override
    public synchronized void stageFinished(StageSpec stage, StageRecord record, boolean kept) {
        listener.stageFinished(stage, record, kept);
    }

    @Override
    public synchronized void nightFinished(RunManifest manifest, Path folder) {
        listener.nightFinished(manifest, folder);
    }
}
