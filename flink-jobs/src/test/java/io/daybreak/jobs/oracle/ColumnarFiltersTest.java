package io.daybreak.jobs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.LakeCatalog;
import io.daybreak.jobs.lake.LandedTableFactory;
import io.daybreak.jobs.lake.PublishedTableFactory;
import io.daybreak.jobs.lake.TableAddress;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.StageContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows left out by columns are those the query would leave out, and those DuckDB leaves out. */
class ColumnarFiltersTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);
    private static final int TRANSACTIONS = 5_000;

    @TempDir
    static Path folder;

    private static Path landed;
    private static Cluster cluster;
    private static StreamTableEnvironment session;

    @BeforeAll
    static void landADay() throws Exception {
        Lake lake = new Lake(folder.resolve("lake"));
        SampleDay.write(
                new SampleRequest(DATE, TRANSACTIONS, 7, SampleRequest.DEFAULT_HISTORY_DAYS, false, 2, lake.root()));
        landed = lake.landing(Catalogue.TRANSACTIONS, DATE);
        cluster = Cluster.embedded(2, Files.createDirectories(folder.resolve("scratch")));
        session = StreamTableEnvironment.create(
                cluster.environment(),
                EnvironmentSettings.newInstance().inBatchMode().build());
        session.executeSql(LandedTableFactory.createTableStatement("by_columns", Catalogue.TRANSACTIONS, landed, true));
        session.executeSql(LandedTableFactory.createTableStatement("by_query", Catalogue.TRANSACTIONS, landed, false));
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payment_method = 'CASH'",
                "payment_method <> 'CASH' AND transaction_type = 'CREDIT'",
                "payment_method IN ('CASH', 'CARD', 'FEE') AND counterparty_account IS NOT NULL",
                "payment_method NOT IN ('CASH', 'CARD')",
                "counterparty_account IS NULL",
                "counterparty_country IS NULL OR counterparty_country = 'DE'",
                "amount >= 100 AND amount < 250.75",
                "amount <> 50",
                "100.005 < amount",
                "value_date = DATE '2026-03-31'",
                "value_date <> DATE '2026-03-31' AND currency = 'EUR'",
                "booking_time > TIMESTAMP '2026-03-31 09:00:00.000001' AND payment_method = 'CARD'",
                "booking_time <= TIMESTAMP '2026-03-31 18:30:00' AND NOT (payment_method = 'CARD')",
                "transaction_id = 'nobody'"
            })
    void three_ways_give_the_same_rows(String condition) throws Exception {
        String question = "SELECT COUNT(*), SUM(amount), MIN(transaction_id), MAX(booking_time) FROM %s WHERE ";

        Row byColumns = ask(question.formatted("by_columns") + condition);

        assertThat(byColumns).isEqualTo(ask(question.formatted("by_query") + condition));
        try (DuckDb duck = new DuckDb()) {
            String rows = "read_parquet('" + landed + "/*.parquet')";
            assertThat(byColumns.getField(0))
                    .isEqualTo(duck.count("SELECT COUNT(*) FROM " + rows + " WHERE " + condition));
        }
    }

    @Test
    void what_the_columns_decide_is_not_asked_again() {
        String query = "SELECT transaction_id FROM %s WHERE payment_method IN ('CASH', 'FEE') AND amount > 10";

        assertThat(session.explainSql(query.formatted("by_columns"))).doesNotContain("where=");
        assertThat(session.explainSql(query.formatted("by_query"))).contains("where=");
    }

    @Test
    void both_kinds_of_tables_are_told_who_tests_rows() {
        TableAddress address = new TableAddress("enriched_transactions", "warehouse", LakeCatalog.FOLDER);

        for (boolean testsRows : new boolean[] {true, false}) {
            assertThat(LandedTableFactory.createTableStatement("t", Catalogue.TRANSACTIONS, landed, testsRows))
                    .contains("'tests-rows' = '" + testsRows + "'");
            assertThat(PublishedTableFactory.createTableStatement(
                            "t", Catalogue.ENRICHED_TRANSACTIONS, address, "main", testsRows))
                    .contains("'tests-rows' = '" + testsRows + "'");
        }
    }

    private static Row ask(String query) throws Exception {
        List<Row> rows = StageContext.collect(session, query);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
