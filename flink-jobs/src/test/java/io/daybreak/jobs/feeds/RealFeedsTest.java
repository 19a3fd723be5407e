package io.daybreak.jobs.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.aml.AmlStage;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.oracle.DuckDb;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.testing.NightRuns;
import io.daybreak.jobs.testing.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The mappings that come along, on the real data they are for, held against DuckDB over the original files. Skips itself
 * where the data are not beside the project.
 */
class RealFeedsTest {

    private static final Path EXAMPLES =
            Path.of("../docs/feeds").toAbsolutePath().normalize();

    private static Cluster cluster;

    @TempDir
    static Path folder;

    @BeforeAll
    static void startCluster() throws Exception {
        SharedData.folder("berka");
        cluster = Cluster.embedded(2, folder);
    }

    @AfterAll
    static void stopCluster() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void the_last_day_of_march_1994_at_the_berka_bank_is_a_night() throws Exception {
        Path berka = SharedData.folder("berka");
        LocalDate date = LocalDate.of(1994, 3, 31);
        Lake lake = new Lake(folder.resolve("berka"));
        NightSettings settings = NightRuns.settings("Berka bank", "CZ", "CZK");

        Map<String, LandedFeed> landed = land("berka.yaml", lake, date, settings);
        RunManifest manifest = NightRuns.run(cluster, lake, date, settings);

        try (DuckDb duck = new DuckDb()) {
            original(duck, "trans", berka.resolve("trans.asc"), 10);
            original(duck, "disp", berka.resolve("disp.asc"), 4);
            original(duck, "account", berka.resolve("account.asc"), 4);
            original(duck, "loan", berka.resolve("loan.asc"), 7);
            published(duck, lake, "enriched_transactions", date);
            published(duck, lake, "rejected_transactions", date);
            feed(duck, lake, "transactions", date);
            feed(duck, lake, "accounts", date);
            feed(duck, lake, "exposures", date);

            // rows: 49,102 whole ones and one cut off in the middle of a field (the data set's SOURCE note)
            assertThat(landed.get("transactions").mappings().get(0).sources().get(0))
                    .extracting(LandedFeed.Read::rows, LandedFeed.Read::unparsed)
                    .containsExactly(49_103L, 1L);
            assertThat(duck.count("SELECT COUNT(*) FROM trans")).isEqualTo(49_102);
            assertThat(duck.rows("SELECT COUNT(*), SUM(amount) FROM transactions"))
                    .isEqualTo(duck.rows(
                            "SELECT COUNT(*), SUM(CAST(f[6] AS DECIMAL(18,2))) FROM trans" + " WHERE f[3] = '940331'"));
            assertThat(duck.rows("SELECT transaction_id, account_id, customer_id, amount FROM transactions ORDER BY 1"))
                    .isEqualTo(
                            duck.rows(
                                    "SELECT t.f[1], t.f[2], d.f[2], CAST(t.f[6] AS DECIMAL(18,2)) FROM trans t"
                                            + " JOIN disp d ON d.f[3] = t.f[2] AND d.f[4] = 'OWNER' WHERE t.f[3] = '940331' ORDER BY 1"));

            // the type VYBER is in no description of the data: exactly those rows are refused, and for that reason
            // alone
            assertThat(duck.rows("SELECT transaction_id, array_to_string(failed_rules, '+') FROM rejected_transactions"
                            + " ORDER BY 1"))
                    .isEqualTo(duck.rows(
                            "SELECT f[1], 'TX06' FROM trans WHERE f[3] = '940331' AND f[4] = 'VYBER' ORDER BY 1"))
                    .isNotEmpty();
            assertThat(duck.rows("SELECT transaction_type, COUNT(*), SUM(amount_base) FROM enriched_transactions"
                            + " GROUP BY 1 ORDER BY 1"))
                    .isEqualTo(duck.rows("SELECT CASE f[4] WHEN 'PRIJEM' THEN 'CREDIT' ELSE 'DEBIT' END, COUNT(*),"
                            + " SUM(CAST(f[6] AS DECIMAL(18,2))) FROM trans"
                            + " WHERE f[3] = '940331' AND f[4] IN ('PRIJEM', 'VYDAJ') GROUP BY 1 ORDER BY 1"));

            assertThat(duck.count("SELECT COUNT(*) FROM accounts WHERE product = 'CURRENT'"))
                    .isEqualTo(duck.count("SELECT COUNT(*) FROM account WHERE f[4] <= '940331'"));
            assertThat(duck.rows("SELECT SUM(balance) FROM accounts"))
                    .isEqualTo(duck.rows("SELECT SUM(CAST(balance AS DECIMAL(18,2))) FROM (SELECT f[7] AS balance,"
                            + " ROW_NUMBER() OVER (PARTITION BY f[2] ORDER BY f[3] DESC, line DESC) AS n FROM trans"
                            + " WHERE f[3] < '940331') WHERE n = 1"));
            assertThat(duck.count("SELECT COUNT(*) FROM exposures"))
                    .isEqualTo(duck.count("SELECT COUNT(*) FROM loan WHERE f[3] <= '940331' AND strptime('19' || f[3],"
                            + " '%Y%m%d') + to_months(CAST(f[5] AS INT)) > TIMESTAMP '1994-03-31'"));
            whatFollowed(duck, lake, date);
        }
        assertThat(manifest.stages()).hasSameSizeAs(Night.graph().stages());
        assertThat(manifest.state()).isEqualTo(RunManifest.State.FINISHED);
    }

    /** What later stages made of the day, against the original files. */
    private static void whatFollowed(DuckDb duck, Lake lake, LocalDate date) throws Exception {
        for (String table : List.of(
                "anomaly_outcomes",
                "aml_alerts",
                "aml_scenario_runs",
                "credit_scores",
                "exposure_rwa",
                "report_files")) {
            published(duck, lake, table, date);
        }
        assertThat(duck.rows("SELECT detector, SUM(transaction_count) FROM anomaly_outcomes GROUP BY 1"
                        + " HAVING SUM(transaction_count) <> (SELECT COUNT(*) FROM enriched_transactions)"))
                .as("detectors that judged more or fewer than the clean transactions")
                .isEmpty();
        assertThat(duck.count("SELECT COUNT(DISTINCT detector) FROM anomaly_outcomes"))
                .isPositive();
        assertThat(duck.rows("SELECT (SELECT COUNT(*) FROM credit_scores), (SELECT COUNT(*) FROM exposure_rwa)"))
                .isEqualTo(duck.rows("SELECT COUNT(*), COUNT(*) FROM exposures"));

        // cash of one person on one day beyond the threshold, from the bank's own file: fees are no cash, VYBER as a
        // type is rejected
        assertThat(duck.rows("SELECT subject_id, amount_base, event_count FROM aml_alerts WHERE scenario_id = 'AML-01'"
                        + " ORDER BY ALL"))
                .isEqualTo(duck.rows("SELECT d.f[2], SUM(CAST(t.f[6] AS DECIMAL(38,2))) AS total, COUNT(*) FROM trans t"
                        + " JOIN disp d ON d.f[3] = t.f[2] AND d.f[4] = 'OWNER' WHERE t.f[3] = '940331'"
                        + " AND t.f[4] IN ('PRIJEM', 'VYDAJ') AND t.f[5] IN ('VKLAD', 'VYBER')"
                        + " AND t.f[8] NOT IN ('SLUZBY', 'SANKC. UROK')"
                        + " GROUP BY d.f[2], t.f[4] HAVING total > 10000 ORDER BY ALL"))
                .isNotEmpty();
        assertThat(duck.rows("SELECT unnest(evidence) FROM aml_alerts EXCEPT"
                        + " SELECT transaction_id FROM enriched_transactions"))
                .isEmpty();
        assertThat(duck.count("SELECT COUNT(*) FROM aml_scenario_runs"))
                .isEqualTo(new AmlStage().scenarios().size());
        assertThat(duck.rows("SELECT report_id, findings FROM report_files WHERE state = 'HELD'"))
                .isEmpty();
        assertThat(duck.count("SELECT COUNT(*) FROM report_files WHERE state = 'VALID'"))
                .isPositive();
    }

    @Test
    void a_day_of_amlsim_with_real_markets_is_a_night() throws Exception {
        Path amlsim = SharedData.folder("amlsim/20K_cycle200");
        Path markets = SharedData.folder("marketdata");
        LocalDate date = LocalDate.of(2021, 3, 31);
        Lake lake = new Lake(folder.resolve("amlsim"));
        NightSettings settings = NightRuns.settings("AMLSim bank", "US", "USD");

        Map<String, LandedFeed> landed = land("amlsim.yaml", lake, date, settings);
        RunManifest manifest = NightRuns.run(cluster, lake, date, settings, "intake", "prepare");

        try (DuckDb duck = new DuckDb()) {
            duck.execute(
                    "CREATE VIEW transfer AS SELECT * FROM read_csv('" + amlsim.resolve("transactions.csv") + "')");
            duck.execute("CREATE VIEW node AS SELECT * FROM read_csv('" + amlsim.resolve("nodes.csv") + "')");
            published(duck, lake, "enriched_transactions", date);
            published(duck, lake, "rejected_transactions", date);
            for (String feed : List.of("accounts", "fx_rates", "market_history", "risk_factors", "exposures")) {
                feed(duck, lake, feed, date);
            }

            // 2021-03-31 is the ninetieth day from 2021-01-01
            String ofTheDay = " FROM transfer WHERE \"time\" = 90";
            assertThat(duck.rows("SELECT transaction_type, COUNT(*), SUM(amount) FROM enriched_transactions"
                            + " GROUP BY 1 ORDER BY 1"))
                    .isEqualTo(duck.rows("SELECT side, COUNT(*), SUM(CAST(value AS DECIMAL(18,2)))"
                            + " FROM transfer, (VALUES ('CREDIT'), ('DEBIT')) v(side) WHERE \"time\" = 90"
                            + " GROUP BY 1 ORDER BY 1"));
            assertThat(duck.rows("SELECT account_id, counterparty_account, SUM(amount) FROM enriched_transactions"
                            + " WHERE transaction_type = 'DEBIT' GROUP BY 1, 2 ORDER BY 1, 2"))
                    .isEqualTo(duck.rows("SELECT 'N' || sourceNodeId, 'N' || targetNodeId,"
                            + " SUM(CAST(value AS DECIMAL(18,2)))" + ofTheDay + " GROUP BY 1, 2 ORDER BY 1, 2"))
                    .isNotEmpty();
            assertThat(duck.count("SELECT COUNT(*) FROM rejected_transactions")).isZero();
            assertThat(landed.get("transactions")
                            .mappings()
                            .get(0)
                            .sources()
                            .get(0)
                            .rows())
                    .isEqualTo(117_805);
            assertThat(duck.rows("SELECT COUNT(*), SUM(balance) FROM accounts"))
                    .isEqualTo(duck.rows("SELECT COUNT(*), SUM(CAST(init_balance AS DECIMAL(18,2))) FROM node"));
            markets(duck, markets);
            assertThat(duck.rows("SELECT COUNT(*), MIN(years_employed), MAX(prior_defaults) FROM exposures"))
                    .containsExactly("1000\t0\t1");
        }
        assertThat(manifest.state()).isEqualTo(RunManifest.State.FINISHED);
    }

    /** Levels of four providers against their own files, and fixings that must be each other's inverses. */
    private static void markets(DuckDb duck, Path markets) throws Exception {
        duck.execute("CREATE VIEW ecb AS SELECT * FROM read_csv('" + markets.resolve("ecb-fx/eurofxref-hist.csv")
                + "', all_varchar = true)");
        assertThat(duck.rows("SELECT rate_to_base FROM fx_rates WHERE currency = 'CZK' AND rate_date = '2021-03-31'"))
                .isEqualTo(duck.rows("SELECT CAST(ROUND(CAST(\"USD\" AS DOUBLE) / CAST(\"CZK\" AS DOUBLE), 8)"
                        + " AS DECIMAL(18,8)) FROM ecb WHERE \"Date\" = '2021-03-31'"));
        assertThat(duck.rows("SELECT COUNT(*) FROM market_history WHERE factor_id = 'FX.JPY'"))
                .isEqualTo(duck.rows("SELECT COUNT(*) FROM ecb WHERE \"JPY\" <> 'N/A' AND CAST(\"Date\" AS DATE)"
                        + " BETWEEN DATE '2021-03-31' - 1499 AND '2021-03-31'"));
        duck.execute("CREATE VIEW ust AS SELECT * FROM read_csv('"
                + markets.resolve("ust/ust_par_yields_daily_1990_2022.csv") + "', all_varchar = true)");
        assertThat(duck.rows("SELECT level FROM market_history WHERE factor_id = 'IR.USD.10Y'"
                        + " AND price_date > '2021-03-01' ORDER BY price_date"))
                .isEqualTo(duck.rows("SELECT CAST(CAST(BC_10YEAR AS DECIMAL(18,8)) / 100 AS DECIMAL(18,8)) FROM ust"
                        + " WHERE \"date\" > '2021-03-01' AND \"date\" <= '2021-03-31' ORDER BY \"date\""))
                .hasSize(22);
        duck.execute("CREATE VIEW shares AS SELECT * FROM read_csv('" + markets.resolve("skfolio/sp500_dataset.csv.gz")
                + "', all_varchar = true)");
        assertThat(duck.rows("SELECT SUM(level), COUNT(*) FROM market_history WHERE factor_id = 'EQ.AAPL'"))
                .isEqualTo(duck.rows("SELECT SUM(CAST(\"AAPL\" AS DECIMAL(18,8))), COUNT(*) FROM shares WHERE"
                        + " CAST(\"Date\" AS DATE) BETWEEN DATE '2021-03-31' - 1499 AND '2021-03-31'"));
        // EIA Cushing spot price of that day, in the original file as here
        assertThat(duck.rows(
                        "SELECT level FROM market_history WHERE factor_id = 'CM.WTI' AND price_date = '2020-04-20'"))
                .containsExactly("-36.98000000");
        assertThat(duck.rows("SELECT factor_id FROM market_history EXCEPT SELECT factor_id FROM risk_factors"))
                .isEmpty();
        assertThat(duck.rows("SELECT factor_id FROM risk_factors EXCEPT SELECT factor_id FROM market_history"))
                .isEmpty();
        assertThat(duck.count("SELECT COUNT(*) - COUNT(DISTINCT factor_id) FROM risk_factors"))
                .isZero();
    }

    private static Map<String, LandedFeed> land(String file, Lake lake, LocalDate date, NightSettings settings)
            throws Exception {
        Map<String, LandedFeed> landed = new TreeMap<>();
        // the examples say where the data are beside the project; a copy says it for wherever the tests run
        String text = Files.readString(EXAMPLES.resolve(file))
                .replace("folder: ../../../shared/data", "folder: " + SharedData.folder("."));
        Path copy = Files.writeString(folder.resolve(file), text);
        new FeedLanding(cluster, lake, settings, feed -> landed.put(feed.feed(), feed))
                .land(FeedsFile.read(copy), date);
        return landed;
    }

    /** The whole lines of a Berka file as lists of fields: no quoted field of it holds a delimiter. */
    private static void original(DuckDb duck, String view, Path file, int fields) throws Exception {
        duck.execute("CREATE TABLE " + view + " AS SELECT line, f FROM (SELECT line, string_split(replace(text, '\"',"
                + " ''), ';') AS f FROM (SELECT unnest(string_split(content, chr(13) || chr(10))) AS text,"
                + " generate_subscripts(string_split(content, chr(13) || chr(10)), 1) AS line FROM read_text('" + file
                + "'))) WHERE len(f) = " + fields + " AND line > 1");
    }

    private static void feed(DuckDb duck, Lake lake, String feed, LocalDate date) throws Exception {
        duck.execute("CREATE VIEW " + feed + " AS SELECT * FROM read_parquet('"
                + LandingPaths.feed(lake.root(), feed, date) + "/*.parquet')");
    }

    private static void published(DuckDb duck, Lake lake, String table, LocalDate date) throws Exception {
        TableSpec spec = io.daybreak.jobs.contract.Catalogue.table(table);
        try (PublishedCatalog catalog = new PublishedCatalog(lake)) {
            List<String> files = catalog.files(spec, catalog.publishedSnapshot(spec), date.toString()).stream()
                    .map(file -> "'" + file.path() + "'")
                    .toList();
            String select = files.isEmpty()
                    ? "SELECT NULL AS transaction_id WHERE FALSE"
                    : "SELECT * FROM read_parquet(" + files + ")";
            duck.execute("CREATE VIEW " + table + " AS " + select);
        }
    }
}
