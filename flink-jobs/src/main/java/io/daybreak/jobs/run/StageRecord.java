package io.daybreak.jobs.run;

import io.daybreak.jobs.stage.ControlTotal;
import java.util.List;

/**
 * What one stage of one run did. Writing it with {@link State#PREPARED} is the commit point of the stage: from then on
 * its snapshots are published even if the process dies in between.
 *
 * @param startedSeconds when it began, from the beginning of the attempt that ran it
 * @param seconds wall time of the stage
 * @param records rows of the business date in the tables it reads
 * @param totals the figures it was balanced by
 */
public record StageRecord(
        String stage,
        State state,
        double startedSeconds,
        double seconds,
        long records,
        List<Output> outputs,
        List<ControlTotal> totals) {

    public enum State {
        /** Balanced, not yet visible everywhere. */
        PREPARED,
        /** Visible. */
        PUBLISHED
    }

    /**
     * One table of the business date.
     *
     * @param contentHash order-free hash of its rows, see ContentHash
     */
    public record Output(String table, long snapshotId, long rows, String contentHash) {}

    public StageRecord {
        outputs = List.copyOf(outputs);
        totals = List.copyOf(totals);
    }

    /** The same, visible. */
    public StageRecord published() {
        return new StageRecord(stage, State.PUBLISHED, startedSeconds, seconds, records, outputs, totals);
    }
}
