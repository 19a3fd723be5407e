package io.daybreak.jobs.night;

import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.NightSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of its own that begins a night and dies, without a word or a clean-up, as soon as a stage's record is on disk
 * in some state. Arguments: lake, business date, stage, state.
 */
final class KilledNight {

    /** What a process ends with that was killed by signal 9. */
    static final int KILLED = 137;

    /** Publishing two tables takes a hundred times as long. */
    private static final long POLL_NANOS = 500_000;

    public static void main(String[] args) throws Exception {
        Lake lake = new Lake(Path.of(args[0]));
        LocalDate date = LocalDate.parse(args[1]);
        StageRecord.State state = StageRecord.State.valueOf(args[3]);
        Thread executioner = new Thread(() -> dieWhen(lake, date, args[2], state));
        executioner.setDaemon(true);
        executioner.start();
        try (Cluster cluster = Cluster.embedded(2, lake.root())) {
            new NightRunner(Night.graph(), cluster, new SilentListener(), System::nanoTime, Map.of())
                    .run(new NightRequest(
                            date, lake, List.of("intake", "prepare"), "", true, "", NightSettings.DEFAULTS));
        }
    }

    private static void dieWhen(Lake lake, LocalDate date, String stage, StageRecord.State state) {
        RunStore store = new RunStore(lake);
        Path folder = store.folder(date, 1);
        while (true) {
            try {
                if (store.stage(folder, stage)
                        .filter(record -> record.state() == state)
                        .isPresent()) {
                    Runtime.getRuntime().halt(KILLED);
                }
                LockSupport.parkNanos(POLL_NANOS);
            } catch (IOException notThereYet) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    private KilledNight() {}
}
