package io.daybreak.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.testing.NightRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyNightTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    private static final int TRANSACTIONS = 1_000;

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

    @Test
    void a_day_of_which_every_row_is_rejected_is_finished_and_accounted_for() throws Exception {
        Lake lake = new Lake(folder.resolve("rejected"));
        SampleDay.write(new SampleRequest(
                DATE,
                TRANSACTIONS,
                SampleRequest.DEFAULT_SEED,
                SampleRequest.LEAST_HISTORY_DAYS,
                false,
                2,
                lake.root()));
        Splits.spoilAll(lake, DATE);

        RunManifest manifest;
        try (Cluster cluster = Cluster.embedded(2, folder.resolve("scratch"))) {
            manifest = NightRuns.run(cluster, lake, DATE, NightRuns.settings());
        }

        assertThat(manifest.state()).isEqualTo(RunManifest.State.FINISHED);
        assertThat(rows(manifest, "enriched_transactions")).isZero();
        assertThat(rows(manifest, "rejected_transactions"))
                .isEqualTo(
                        Trailer.read(lake.landing(Catalogue.TRANSACTIONS, DATE)).rows())
                .isGreaterThanOrEqualTo(TRANSACTIONS);
    }

    private static long rows(RunManifest manifest, String table) {
        return manifest.stages().stream()
                .flatMap(stage -> stage.outputs().stream())
                .filter(output -> output.table().equals(table))
                .mapToLong(StageRecord.Output::rows)
                .sum();
    }
}
