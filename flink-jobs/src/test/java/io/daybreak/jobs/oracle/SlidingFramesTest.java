package io.daybreak.jobs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.LandedTableFactory;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.RunFunctions;
import io.daybreak.jobs.stage.StageContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames that slide are the frames SQL defines: Flink's own, added up anew for every row, and DuckDB's. */
class SlidingFramesTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);
    private static final String SECONDS = "TIMESTAMPDIFF(SECOND, TIMESTAMP '2026-03-01 00:00:00', booking_time)";
    private static final String SLIDING = """
            SELECT transaction_id,
              within_count(at_second, 3600) OVER (PARTITION BY payment_method ORDER BY at_second RANGE UNBOUNDED PRECEDING) AS frame_rows,
              within_sum(amount, at_second, 3600) OVER (PARTITION BY payment_method ORDER BY at_second RANGE UNBOUNDED PRECEDING) AS frame_sum
            FROM (SELECT *, CAST(%s AS BIGINT) AS at_second FROM transactions WHERE booking_time IS NOT NULL)""".formatted(SECONDS);
    private static final String DEFINED = """
            SELECT transaction_id,
              COUNT(*) OVER (PARTITION BY payment_method ORDER BY at_second RANGE BETWEEN 3600 PRECEDING AND CURRENT ROW) AS frame_rows,
              SUM(amount) OVER (PARTITION BY payment_method ORDER BY at_second RANGE BETWEEN 3600 PRECEDING AND CURRENT ROW) AS frame_sum
            FROM (SELECT *, %s AS at_second FROM transactions WHERE booking_time IS NOT NULL)""".formatted(SECONDS);
    private static final String SUMMED =
            "SELECT COUNT(*), SUM(frame_rows), MAX(frame_rows), SUM(frame_sum), MAX(frame_sum), MIN(frame_sum) FROM (%s)";

    @TempDir
    Path folder;

    @Test
    void a_sliding_frame_is_the_bounded_frame_of_sql() throws Exception {
        Lake lake = new Lake(folder.resolve("lake"));
        SampleDay.write(new SampleRequest(DATE, 5_000, 7, SampleRequest.DEFAULT_HISTORY_DAYS, false, 2, lake.root()));
        Path landed = lake.landing(Catalogue.TRANSACTIONS, DATE);
        Row sliding;
        Row defined;
        try (Cluster cluster = Cluster.embedded(2, Files.createDirectories(folder.resolve("scratch")))) {
            StreamTableEnvironment session = StreamTableEnvironment.create(
                    cluster.environment(),
                    EnvironmentSettings.newInstance().inBatchMode().build());
            RunFunctions.register(session, DATE, NightSettings.DEFAULTS);
            session.executeSql(
                    LandedTableFactory.createTableStatement("transactions", Catalogue.TRANSACTIONS, landed, true));

            sliding = only(StageContext.collect(session, SUMMED.formatted(SLIDING)));
            defined = only(StageContext.collect(session, SUMMED.formatted(DEFINED)));
        }

        assertThat(sliding).isEqualTo(defined);
        assertThat((Long) sliding.getField(2)).as("rows of the largest frame").isGreaterThan(20);
        try (DuckDb duck = new DuckDb()) {
            duck.execute("CREATE VIEW transactions AS SELECT * FROM read_parquet('" + landed + "/*.parquet')");
            String query =
                    DEFINED.replace(SECONDS, "date_diff('second', TIMESTAMP '2026-03-01 00:00:00', booking_time)");
            assertThat(sliding.getField(1))
                    .isEqualTo(duck.count("SELECT CAST(SUM(frame_rows) AS BIGINT) FROM (" + query + ")"));
            assertThat(sliding.getField(3))
                    .hasToString(duck.rows("SELECT SUM(frame_sum) FROM (" + query + ")")
                            .get(0));
        }
    }

    private static Row only(List<Row> rows) {
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
