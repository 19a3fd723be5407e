package io.daybreak.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.stage.NightSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyNightTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    @TempDir
    Path folder;

    @Test
    void a_day_without_a_row_is_a_night_like_any_other() throws Exception {
        Lake lake = new Lake(folder.resolve("lake"));
        for (TableSpec table : Catalogue.landed()) {
            Path feed = lake.landing(table, DATE);
            Files.createDirectories(feed);
            new Trailer(table.name(), DATE, 0, Map.of(), List.of()).write(feed);
        }

        RunManifest manifest;
        try (Cluster cluster = Cluster.embedded(2, folder.resolve("scratch"))) {
            manifest = new NightRunner(Night.graph(), cluster, new SilentListener(), System::nanoTime, Map.of())
                    .run(new NightRequest(DATE, lake, List.of(), "", false, "", NightSettings.DEFAULTS));
        }

        assertThat(manifest.state()).isEqualTo(RunManifest.State.FINISHED);
        assertThat(manifest.stages()).hasSameSizeAs(Night.graph().stages());
    }
}
