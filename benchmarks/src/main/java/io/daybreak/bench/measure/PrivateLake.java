package io.daybreak.bench.measure;

import io.daybreak.bench.data.BenchDay;
import io.daybreak.bench.data.Folders;
import io.daybreak.bench.plan.Workload;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A lake for one run: the day's feeds and inputs are seen in it, what the run publishes stays in it. */
final class PrivateLake {

    /** Makes it under a folder and returns its root. */
    static Path of(BenchDay day, Workload workload, Path out) throws IOException {
        Lake lake = new Lake(out.resolve("lake"));
        Files.createDirectories(lake.root());
        Files.createSymbolicLink(
                lake.root().resolve("landing"), day.lake().root().resolve("landing"));
        for (String name : workload.inputs()) {
            if (Catalogue.has(name) && !Catalogue.table(name).landed()) {
                // metadata names its data files by absolute path, so the files need not move
                Path metadata = Path.of("night", name, "metadata");
                Folders.copy(
                        day.lake().warehouse().resolve(metadata),
                        Files.createDirectories(
                                        lake.warehouse().resolve(metadata).getParent())
                                .resolve("metadata"));
            }
        }
        return lake.root();
    }

    private PrivateLake() {}
}
