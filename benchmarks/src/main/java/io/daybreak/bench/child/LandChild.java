package io.daybreak.bench.child;

import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes a sample day, unless it is there, and runs stages whose tables workloads read. Arguments: the lake, the date,
 * the transactions, whether they are wide, the stages with commas between. In a process of its own because it wants the night's memory and flags.
 */
public final class LandChild {

    private static final int PARALLELISM = 2;

    public static void main(String[] arguments) {
        Signals.exitAfter(() -> land(arguments));
    }

    private static void land(String[] arguments) throws Exception {
        Lake lake = new Lake(Path.of(arguments[0]));
        LocalDate date = LocalDate.parse(arguments[1]);
        if (!Files.exists(lake.root().resolve("landing"))) {
            SampleDay.write(new SampleRequest(
                    date,
                    Long.parseLong(arguments[2]),
                    SampleRequest.DEFAULT_SEED,
                    SampleRequest.DEFAULT_HISTORY_DAYS,
                    Boolean.parseBoolean(arguments[3]),
                    PARALLELISM,
                    lake.root()));
        }
        try (Cluster cluster = Cluster.embedded(
                PARALLELISM, Files.createDirectories(lake.root().resolve("scratch")))) {
            Nights.run(lake, date, cluster, List.of(arguments[4].split(",")));
        }
    }

    private LandChild() {}
}
