package io.daybreak.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.RunStore;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.testing.Folders;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night whose process dies twice, against one that is left alone. */
class KilledNightTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    @TempDir
    Path folder;

    @Test
    void a_night_killed_between_stages_and_before_it_published_resumes_to_the_same_data() throws Exception {
        SampleDay.write(new SampleRequest(
                DATE, 1_000, SampleRequest.DEFAULT_SEED, 500, false, 2, folder.resolve("left-alone")));
        Lake leftAlone = new Lake(folder.resolve("left-alone"));
        Lake killed = new Lake(folder.resolve("killed"));
        Folders.copy(leftAlone.root(), killed.root());
        RunStore store = new RunStore(killed);
        Path run = store.folder(DATE, 1);

        dieWhen(killed, "intake", StageRecord.State.PUBLISHED);
        assertThat(store.stage(run, "intake"))
                .get()
                .extracting(StageRecord::state)
                .isEqualTo(StageRecord.State.PUBLISHED);
        assertThat(store.stage(run, "prepare")).isEmpty();

        dieWhen(killed, "prepare", StageRecord.State.PREPARED);
        assertThat(store.stage(run, "prepare"))
                .get()
                .extracting(StageRecord::state)
                .isEqualTo(StageRecord.State.PREPARED);
        assertThat(store.lastFinished(DATE)).isEmpty();

        RunManifest resumed;
        RunManifest undisturbed;
        try (Cluster cluster = Cluster.embedded(2, folder)) {
            resumed = finish(cluster, killed);
            undisturbed = finish(cluster, leftAlone);
        }
        assertThat(resumed.runId()).isEqualTo(DATE + ".1");
        assertThat(resumed.stages()).extracting(StageRecord::state).containsOnly(StageRecord.State.PUBLISHED);
        assertThat(contents(resumed)).isEqualTo(contents(undisturbed));
        try (PublishedCatalog catalog = new PublishedCatalog(killed)) {
            for (StageRecord stage : resumed.stages()) {
                for (StageRecord.Output output : stage.outputs()) {
                    TableSpec table = Catalogue.table(output.table());
                    assertThat(catalog.publishedSnapshot(table))
                            .as(output.table())
                            .isEqualTo(output.snapshotId());
                }
            }
        }
    }

    /** Rows and hash by table. */
    private static Map<String, String> contents(RunManifest manifest) {
        Map<String, String> contents = new TreeMap<>();
        for (StageRecord stage : manifest.stages()) {
            stage.outputs().forEach(output -> contents.put(output.table(), output.rows() + " " + output.contentHash()));
        }
        return contents;
    }

    private static RunManifest finish(Cluster cluster, Lake lake) throws Exception {
        return new NightRunner(Night.graph(), cluster, new SilentListener(), System::nanoTime, Map.of())
                .run(new NightRequest(DATE, lake, List.of("intake", "prepare"), "", true, "", NightSettings.DEFAULTS));
    }

    private static void dieWhen(Lake lake, String stage, StageRecord.State state) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-") || argument.startsWith("-X"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledNight.class.getName(),
                lake.root().toString(),
                DATE.toString(),
                stage,
                state.name()));
        File log = lake.root().resolve("killed.log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("see " + log).isEqualTo(KilledNight.KILLED);
    }
}
