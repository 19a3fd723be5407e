package io.daybreak.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.oracle.DuckDb;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.testing.Folders;
import io.daybreak.jobs.testing.LongForm;
import io.daybreak.jobs.testing.NightRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same landed rows publish the same night, in whatever order they lie, however they are cut into files, whatever the
 * files are called, and however many tasks work on them.
 *
 * <p>The day holds repeated transactions, also such as differ in their free text alone: which of them is kept must not
 * depend on where they lie either. With one task stages run one by one, with more two at a time. Every table is compared by the content hash of the night's manifest. Three tables say of each row which file and
 * which row of it it came from; that differs with the cut and is meant to. They are compared row for row without those
 * two columns, and then every such row is looked up in the landed file it names.
 */
class SameRowsSameNightTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);
    private static final List<TableSpec> OF_LANDED_ROWS = List.of(
            Catalogue.ENRICHED_TRANSACTIONS, Catalogue.REJECTED_TRANSACTIONS, Catalogue.table("duplicate_rows"));

    @TempDir
    Path folder;

    @Test
    void one_file_and_one_task_or_five_shuffled_files_and_eight_tasks() throws Exception {
        Lake asLanded = sample(4_000);
        Lake dealtAnew = copy(asLanded, "dealt-anew");
        Splits.deliverAgain(dealtAnew, DATE, 5, 7);
        Splits.permuteNames(dealtAnew, DATE, 7);

        RunManifest first = night(asLanded, 1);
        RunManifest second = night(dealtAnew, 8);

        assertSameNight(asLanded, first, dealtAnew, second);
    }

    @Test
    @LongForm
    void any_cut_any_order_and_any_parallelism_from_one_to_eight() throws Exception {
        Lake asLanded = sample(20_000);
        RunManifest first = night(asLanded, 2);
        System.out.println("as landed, 2 tasks: " + NightRuns.seconds(first));
        for (int parallelism = 1; parallelism <= 8; parallelism++) {
            int files = 1 + parallelism * 5 % 8;
            Lake dealtAnew = copy(asLanded, "dealt-anew-" + parallelism);
            Splits.deliverAgain(dealtAnew, DATE, files, parallelism);
            Splits.permuteNames(dealtAnew, DATE, parallelism);

            RunManifest other = night(dealtAnew, parallelism);

            assertSameNight(asLanded, first, dealtAnew, other);
            System.out.println(files + " files, " + parallelism + " tasks: " + NightRuns.seconds(other));
            Folders.delete(dealtAnew.root());
        }
    }

    private Lake sample(long transactions) throws Exception {
        Lake lake = new Lake(folder.resolve("as-landed"));
        SampleDay.write(new SampleRequest(
                DATE,
                transactions,
                SampleRequest.DEFAULT_SEED,
                SampleRequest.LEAST_HISTORY_DAYS,
                false,
                2,
                lake.root()));
        Splits.addTwins(lake, DATE, 30);
        return lake;
    }

    /** The landed feeds alone. */
    private Lake copy(Lake lake, String name) throws Exception {
        Lake copy = new Lake(folder.resolve(name));
        Folders.copy(
                lake.root().resolve("landing"),
                Files.createDirectories(copy.root()).resolve("landing"));
        return copy;
    }

    private RunManifest night(Lake lake, int parallelism) throws Exception {
        Path scratch = Files.createDirectories(folder.resolve("scratch-" + parallelism));
        int stagesAtOnce = parallelism == 1 ? 1 : 2;
        try (Cluster cluster = Cluster.embedded(parallelism, stagesAtOnce, scratch)) {
            return NightRuns.run(cluster, stagesAtOnce, lake, DATE, NightRuns.settings());
        }
    }

    private static void assertSameNight(Lake one, RunManifest first, Lake other, RunManifest second) throws Exception {
        Map<String, String> expected = NightRuns.contents(first);
        Map<String, String> actual = NightRuns.contents(second);
        assertThat(actual.keySet())
                .containsAll(Catalogue.published().stream().map(TableSpec::name).toList());
        OF_LANDED_ROWS.forEach(table -> {
            expected.remove(table.name());
            actual.remove(table.name());
        });

        assertThat(actual).isEqualTo(expected);
        try (DuckDb duck = new DuckDb()) {
            landed(duck, "one", one);
            landed(duck, "other", other);
            for (TableSpec table : OF_LANDED_ROWS) {
                published(duck, "one", one, table);
                published(duck, "other", other, table);
                assertSameRowsButForTheirPlace(duck, table.name());
                assertPlacesAreTrue(duck, "one", table.name());
                assertPlacesAreTrue(duck, "other", table.name());
            }
        }
    }

    private static void assertSameRowsButForTheirPlace(DuckDb duck, String table) throws Exception {
        String query = "SELECT * EXCLUDE (source_file, source_row) FROM %s_" + table;
        String one = query.formatted("one");
        String other = query.formatted("other");

        assertThat(duck.count("SELECT COUNT(*) FROM one_" + table)).as(table).isPositive();
        assertThat(duck.rows("(" + one + " EXCEPT ALL " + other + ") LIMIT 3"))
                .as("%s of the first night only", table)
                .isEmpty();
        assertThat(duck.rows("(" + other + " EXCEPT ALL " + one + ") LIMIT 3"))
                .as("%s of the second night only", table)
                .isEmpty();
    }

    /** The landed row a published one names carries its identifier, and no landed row is named twice. */
    private static void assertPlacesAreTrue(DuckDb duck, String lake, String table) throws Exception {
        assertThat(duck.rows("SELECT p.source_file, p.source_row, p.transaction_id FROM " + lake + "_" + table
                        + " p LEFT JOIN " + lake + "_landed l ON l.file = p.source_file AND l.place = p.source_row"
                        + " WHERE l.file IS NULL OR l.transaction_id IS DISTINCT FROM p.transaction_id LIMIT 3"))
                .as("%s: rows whose place is not theirs", table)
                .isEmpty();
        assertThat(duck.count("SELECT COUNT(*) - COUNT(DISTINCT (source_file, source_row)) FROM " + lake + "_" + table))
                .as("%s: places named twice", table)
                .isZero();
    }

    private static void landed(DuckDb duck, String name, Lake lake) throws Exception {
        duck.execute("CREATE VIEW " + name + "_landed AS SELECT parse_filename(filename) AS file, file_row_number AS"
                + " place, transaction_id FROM read_parquet('" + lake.landing(Catalogue.TRANSACTIONS, DATE)
                + "/*.parquet', filename = true, file_row_number = true, hive_partitioning = false)");
    }

    private static void published(DuckDb duck, String name, Lake lake, TableSpec table) throws Exception {
        try (PublishedCatalog catalog = new PublishedCatalog(lake)) {
            String files = catalog.files(table, catalog.publishedSnapshot(table), DATE.toString()).stream()
                    .map(file -> "'" + file.path().replaceFirst("^file:", "") + "'")
                    .collect(Collectors.joining(", ", "[", "]"));
            duck.execute("CREATE VIEW " + name + "_" + table.name() + " AS SELECT * FROM read_parquet(" + files
                    + ", hive_partitioning = false)");
        }
    }
}
