package io.daybreak.jobs.night;

import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.StageSpec;
import java.nio.file.Path;
import java.util.List;

/** Told what a night is doing while it does it. */
public interface NightListener {

    void nightStarted(String runId, Path lake, int stages);

    void stageStarted(StageSpec stage);

    void stageProgress(StageSpec stage, long records);

    /** Told a stage's totals before they are checked: what to show when they do not balance. */
    default void stageTotalled(StageSpec stage, List<ControlTotal> totals) {}

    /** Told of each stage that could not go on, the first one first. */
    default void stageFailed(StageSpec stage) {}

    /** @param kept whether it was done by an earlier attempt and is taken over */
    void stageFinished(StageSpec stage, StageRecord record, boolean kept);

    void nightFinished(RunManifest manifest, Path folder);
}
