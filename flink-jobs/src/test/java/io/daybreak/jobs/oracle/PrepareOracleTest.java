package io.daybreak.jobs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.night.NightRequest;
import io.daybreak.jobs.night.NightRunner;
import io.daybreak.jobs.night.SilentListener;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.NightSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Validation and enrichment of a sample day, recomputed by DuckDB from the landed files. */
class PrepareOracleTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);
    private static final int TRANSACTIONS = 20_000;

    @TempDir
    static Path folder;

    private static Lake lake;
    private static RunManifest manifest;

    @BeforeAll
    static void runTheNight() throws Exception {
        lake = sample("lake");
        manifest = prepare(lake, 2);
    }

    @Test
    void another_engine_gets_exactly_the_same_rows() throws Exception {
        try (DuckDb duck = new DuckDb();
                PublishedCatalog catalog = new PublishedCatalog(lake)) {
            duck.execute("SET VARIABLE landing = '" + lake.root().resolve("landing") + "'");
            duck.execute("SET VARIABLE codes = '"
                    + Path.of("src/main/resources/codes").toAbsolutePath() + "'");
            duck.execute("SET VARIABLE business_date = '" + DATE + "'");
            duck.execute("SET VARIABLE late_days = 5");
            duck.execute("SET VARIABLE value_days = 30");
            duck.script("/oracle/prepare.sql");

            for (TableSpec table : List.of(Catalogue.REJECTED_TRANSACTIONS, Catalogue.ENRICHED_TRANSACTIONS)) {
                String published = "SELECT * FROM read_parquet(" + files(catalog, table) + ")";
                String expected = "SELECT * FROM expected_" + table.name().replace("_transactions", "");

                assertThat(duck.rows("(" + expected + " EXCEPT ALL " + published + ") LIMIT 3"))
                        .as("expected in %s and not there", table.name())
                        .isEmpty();
                assertThat(duck.rows("(" + published + " EXCEPT ALL " + expected + ") LIMIT 3"))
                        .as("in %s and not expected", table.name())
                        .isEmpty();
                assertThat(duck.count("SELECT COUNT(*) FROM (" + published + ")"))
                        .isPositive();
            }
            assertThat(
                            duck.count(
                                    "SELECT COUNT(DISTINCT rule) FROM (SELECT unnest(failed_rules) AS rule FROM expected_rejected)"))
                    .as("rules broken by the sample day")
                    .isGreaterThanOrEqualTo(25);
        }
    }

    @Test
    void parallelism_changes_nothing() throws Exception {
        for (int parallelism : new int[] {1, 3}) {
            Lake other = new Lake(folder.resolve("parallel-" + parallelism));
            Files.createDirectories(other.root());
            Files.createSymbolicLink(
                    other.root().resolve("landing"), lake.root().resolve("landing"));

            assertThat(contents(prepare(other, parallelism))).isEqualTo(contents(manifest));
        }
    }

    @Test
    void row_by_row_gives_the_same_as_by_columns() throws Exception {
        Lake other = new Lake(folder.resolve("row-by-row"));
        Files.createDirectories(other.root());
        Files.createSymbolicLink(other.root().resolve("landing"), lake.root().resolve("landing"));

        assertThat(contents(prepare(other, 2, NightSettings.DEFAULTS.rowByRow())))
                .isEqualTo(contents(manifest));
    }

    @Test
    void the_order_of_the_files_changes_nothing_but_where_a_row_says_it_came_from() throws Exception {
        Lake other = sample("permuted");
        reverseFileNames(other);

        prepare(other, 2);

        try (DuckDb duck = new DuckDb();
                PublishedCatalog one = new PublishedCatalog(lake);
                PublishedCatalog two = new PublishedCatalog(other)) {
            TableSpec table = Catalogue.ENRICHED_TRANSACTIONS;
            String query = "SELECT * EXCLUDE (source_file, source_row) FROM read_parquet(%s)";
            String first = query.formatted(files(one, table));
            String second = query.formatted(files(two, table));
            assertThat(duck.count("SELECT COUNT(*) FROM (" + first + " EXCEPT ALL " + second + ")"))
                    .isZero();
            assertThat(duck.count("SELECT COUNT(*) FROM (" + second + " EXCEPT ALL " + first + ")"))
                    .isZero();
        }
    }

    private static Lake sample(String name) throws Exception {
        Path root = folder.resolve(name);
        SampleDay.write(new SampleRequest(
                DATE, TRANSACTIONS, SampleRequest.DEFAULT_SEED, SampleRequest.DEFAULT_HISTORY_DAYS, false, 2, root));
        return new Lake(root);
    }

    private static RunManifest prepare(Lake lake, int parallelism) throws Exception {
        return prepare(lake, parallelism, NightSettings.DEFAULTS);
    }

    private static RunManifest prepare(Lake lake, int parallelism, NightSettings settings) throws Exception {
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        try (Cluster cluster = Cluster.embedded(parallelism, scratch)) {
            return new NightRunner(Night.graph(), cluster, new SilentListener(), System::nanoTime, Map.of())
                    .run(new NightRequest(DATE, lake, List.of("intake", "prepare"), "", false, "", settings));
        }
    }

    private static Map<String, String> contents(RunManifest manifest) {
        return manifest.stages().stream()
                .flatMap(stage -> stage.outputs().stream())
                .collect(Collectors.toMap(StageRecord.Output::table, o -> o.rows() + ":" + o.contentHash()));
    }

    private static String files(PublishedCatalog catalog, TableSpec table) {
        return catalog.files(table, catalog.publishedSnapshot(table), DATE.toString()).stream()
                .map(file -> "'" + file.path().replaceFirst("^file:", "") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The first file becomes the last and so on, in the folder and in the trailer. */
    private static void reverseFileNames(Lake lake) throws Exception {
        Path feed = lake.landing(Catalogue.TRANSACTIONS, DATE);
        Trailer trailer = Trailer.read(feed);
        List<Trailer.FileEntry> files = new ArrayList<>(trailer.files());
        List<String> names =
                new ArrayList<>(files.stream().map(Trailer.FileEntry::name).toList());
        Collections.reverse(names);
        List<Trailer.FileEntry> renamed = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Trailer.FileEntry file = files.get(i);
            Files.move(feed.resolve(file.name()), feed.resolve(names.get(i) + ".moved"));
            renamed.add(new Trailer.FileEntry(names.get(i), file.bytes(), file.rows(), file.sha256()));
        }
        for (String name : names) {
            Files.move(feed.resolve(name + ".moved"), feed.resolve(name));
        }
        assertThat(files).as("files to permute").hasSizeGreaterThan(1);
        Files.delete(feed.resolve(LandingPaths.TRAILER));
        new Trailer(trailer.feed(), trailer.businessDate(), trailer.rows(), trailer.amounts(), renamed).write(feed);
    }
}
