package io.daybreak.jobs.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.feeds.FeedLanding;
import io.daybreak.jobs.feeds.FeedsFile;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.oracle.DuckDb;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.testing.LongForm;
import io.daybreak.jobs.testing.NightRuns;
import io.daybreak.jobs.testing.SharedData;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The anti-money-laundering scenarios as they stand, on AMLSim, scored against its labels: per scenario, alerted accounts,
 * how many of them are labelled, and how many labelled accounts moved money at all. The figures are those of {@code
 * docs/real-data.md}; nothing was tuned for them.
 */
class AmlSimDetectionTest {

    private static final LocalDate LAST_NIGHT = LocalDate.of(2021, 3, 31);
    private static final int LAST_STEP = 90;
    private static final int NIGHTS = 10;
    private static final List<String> MAPPED = List.of("transactions", "customers", "accounts");
    private static final String[] STAGES = {"intake", "prepare", "anomaly", "aml"};

    @TempDir
    Path folder;

    @ParameterizedTest
    @LongForm
    @CsvSource({"20K_cycle200, 12435, 718", "20K_fanin200, 12523, 703"})
    void ten_nights_as_a_bank_would_run_them_find_nothing(String sample, long active, long labelled) throws Exception {
        Path data = SharedData.folder("amlsim/" + sample);
        Lake lake = new Lake(folder.resolve("lake"));
        Path feeds = feeds(data, "amlsim/transactions");

        try (Cluster cluster = Cluster.embedded(2, Files.createDirectories(folder.resolve("scratch")))) {
            for (int before = NIGHTS - 1; before >= 0; before--) {
                night(cluster, lake, feeds, LAST_NIGHT.minusDays(before));
            }
        }

        assertThat(score(lake, data, "BETWEEN " + (LAST_STEP - NIGHTS + 1) + " AND " + LAST_STEP))
                .isEqualTo(new Score(active, labelled, NIGHTS, List.of()));
    }

    @ParameterizedTest
    @LongForm
    @CsvSource({
        "20K_cycle200, 19980, 945, AML-05 649 139; AML-06 522 66",
        "20K_fanin200, 19980, 954, AML-05 645 133; AML-06 519 57"
    })
    void all_steps_folded_into_one_day_show_which_shapes_are_known(
            String sample, long active, long labelled, String found) throws Exception {
        Path data = SharedData.folder("amlsim/" + sample);
        Lake lake = new Lake(folder.resolve("lake"));
        Path feeds = feeds(data, mapping().toString());

        try (Cluster cluster = Cluster.embedded(2, Files.createDirectories(folder.resolve("scratch")))) {
            night(cluster, lake, feeds, LAST_NIGHT);
        }

        assertThat(score(lake, data, "IS NOT NULL"))
                .isEqualTo(new Score(active, labelled, 1, List.of(found.split("; "))));
    }

    /**
     * How the scenarios did.
     *
     * @param active accounts that paid or were paid
     * @param labelled those of them that AMLSim labels
     * @param nights on which every scenario ran
     * @param found of every scenario that alerted: its identifier, accounts alerted, labelled ones among them
     */
    private record Score(long active, long labelled, long nights, List<String> found) {}

    private static void night(Cluster cluster, Lake lake, Path feeds, LocalDate date) throws Exception {
        NightSettings settings = NightRuns.settings("AMLSim bank", "US", "USD");
        new FeedLanding(cluster, lake, settings, feed -> {}).land(FeedsFile.read(feeds), date);
        NightRuns.run(cluster, lake, date, settings, STAGES);
    }

    /** The bank's books and payments from AMLSim; what the stages under test do not read comes empty. */
    private Path feeds(Path data, String transactions) throws Exception {
        Path nodes = data.resolve("nodes.csv");
        Path transfers = data.resolve("transactions.csv");
        String empty = Catalogue.landed().stream()
                .filter(table -> table.kind() == TableSpec.Kind.LANDED && !MAPPED.contains(table.name()))
                .map(table -> "  - " + table.name() + "\n")
                .collect(Collectors.joining());
        return Files.writeString(
                folder.resolve("feeds.yaml"), """
                feeds:
                  - mapping: %s
                    as: transactions
                    sources: {transfer: %s}
                  - mapping: amlsim/customers
                    sources: {node: %s}
                  - mapping: amlsim/accounts
                    sources: {node: %s, transfer: %s}
                empty:
                %s""".formatted(transactions, transfers, nodes, nodes, transfers, empty));
    }

    private static Path mapping() throws URISyntaxException {
        return Path.of(AmlSimDetectionTest.class
                .getResource("/detection/amlsim-folded.sql")
                .toURI());
    }

    private static Score score(Lake lake, Path data, String steps) throws Exception {
        try (DuckDb duck = new DuckDb()) {
            duck.execute("CREATE TABLE node AS SELECT 'N' || nodeid AS account, isFraud = 1 AS labelled FROM read_csv('"
                    + data.resolve("nodes.csv") + "')");
            duck.execute("CREATE TABLE active AS SELECT DISTINCT account FROM (SELECT unnest(['N' || sourceNodeId, 'N'"
                    + " || targetNodeId]) AS account FROM read_csv('" + data.resolve("transactions.csv")
                    + "') WHERE \"time\" " + steps + ")");
            published(duck, lake, Catalogue.table("aml_alerts"), "alert");
            published(duck, lake, Catalogue.table("aml_scenario_runs"), "run");
            return new Score(
                    duck.count("SELECT COUNT(*) FROM active"),
                    duck.count("SELECT COUNT(*) FROM active JOIN node USING (account) WHERE labelled"),
                    duck.count("SELECT MIN(nights) FROM (SELECT COUNT(*) AS nights FROM run GROUP BY scenario_id)"),
                    duck.rows("SELECT scenario_id || ' ' || COUNT(DISTINCT subject_id) || ' ' || COUNT(DISTINCT"
                            + " subject_id) FILTER (WHERE labelled) FROM alert JOIN node ON account = subject_id"
                            + " GROUP BY scenario_id ORDER BY 1"));
        }
    }

    private static void published(DuckDb duck, Lake lake, TableSpec table, String view) throws Exception {
        List<String> files = new ArrayList<>();
        try (PublishedCatalog catalog = new PublishedCatalog(lake)) {
            for (String date : catalog.processingDates(table)) {
                catalog.files(table, catalog.publishedSnapshot(table), date)
                        .forEach(file -> files.add("'" + file.path().replaceFirst("^file:", "") + "'"));
            }
        }
        duck.execute("CREATE VIEW " + view + " AS SELECT * FROM "
                + (files.isEmpty()
                        ? "(SELECT NULL::VARCHAR AS scenario_id, NULL::VARCHAR AS subject_id WHERE FALSE)"
                        : "read_parquet(" + files + ", hive_partitioning = false)"));
    }
}
