package io.daybreak.s3;

import io.daybreak.jobs.night.NightListener;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.StageSpec;
import java.nio.file.Path;

/** Says nothing. */
final class Silent implements NightListener {

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
