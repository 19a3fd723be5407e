package io.daybreak.jobs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.testing.NightRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
        lake = new Lake(folder.resolve("lake"));
        SampleDay.write(new SampleRequest(
                DATE,
                TRANSACTIONS,
                SampleRequest.DEFAULT_SEED,
                SampleRequest.DEFAULT_HISTORY_DAYS,
                false,
                2,
                lake.root()));
        try (Cluster cluster = Cluster.embedded(2, Files.createDirectories(folder.resolve("scratch")))) {
            manifest = NightRuns.run(cluster, lake, DATE, NightSettings.DEFAULTS, "intake", "prepare");
        }
    }

    @Test
    void row_by_row_gives_the_same_as_by_columns() throws Exception {
        Lake other = new Lake(folder.resolve("row-by-row"));
        Files.createDirectories(other.root());
        Files.createSymbolicLink(other.root().resolve("landing"), lake.root().resolve("landing"));
        try (Cluster cluster = Cluster.embedded(2, Files.createDirectories(folder.resolve("scratch")))) {
            RunManifest rows =
                    NightRuns.run(cluster, other, DATE, NightSettings.DEFAULTS.rowByRow(), "intake", "prepare");

            assertThat(NightRuns.contents(rows)).isEqualTo(NightRuns.contents(manifest));
        }
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

    private static String files(PublishedCatalog catalog, TableSpec table) {
        return catalog.files(table, catalog.publishedSnapshot(table), DATE.toString()).stream()
                .map(file -> "'" + file.path().replaceFirst("^file:", "") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
