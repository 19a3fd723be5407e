package io.daybreak.bench.data;

import io.daybreak.jobs.contract.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * A sample day whose trading books hold a million positions: every position of the day many times over, its book split
 * into twenty and its quantity varied; each option becomes as many contracts as there are repetitions, by its strike.
 */
public final class LargeBook {
    public static final long POSITIONS = 1_000_000;
    private static final int SPLITS = 20;
    private static final List<String> LINKED = List.of("risk_factors", "market_history", "fx_rates");

    /** The day beside the one it is made from; kept between runs like it. */
    public static BenchDay ensure(BenchDay day) throws IOException, SQLException {
        BenchDay large =
                new BenchDay(day.folder().resolveSibling(day.folder().getFileName() + "-book"), POSITIONS, false);
        Path ready = large.folder().resolve("ready");
        if (Files.exists(ready)) {
            return large;
        }
        Folders.delete(large.folder());
        for (String feed : LINKED) {
            Path link = large.table(feed);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, day.table(feed));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            view(statement, day, "positions");
            view(statement, day, "instruments");
            long rows;
            try (var count = statement.executeQuery("SELECT count(*) FROM positions")) {
                count.next();
                rows = count.getLong(1);
            }
            long repetitions = (POSITIONS + rows - 1) / rows;
            statement.execute(String.format(Locale.ROOT, """
                    CREATE VIEW contracts AS
                    SELECT * REPLACE (
                        CASE WHEN r = 0 THEN instrument_id ELSE instrument_id || '-' || r END AS instrument_id,
                        CAST(strike * (1 + 0.001 * r) AS DECIMAL(18, 8)) AS strike)
                    FROM instruments, range(%d) repetition(r)
                    WHERE r = 0 OR kind = 'OPTION'""", repetitions));
            statement.execute(String.format(Locale.ROOT, """
                    CREATE VIEW holdings AS
                    SELECT p.* REPLACE (
                        position_id || '-' || r AS position_id,
                        book || '-' || (r %% %d) AS book,
                        CASE WHEN r > 0 AND i.kind = 'OPTION' THEN p.instrument_id || '-' || r
                            ELSE p.instrument_id END AS instrument_id,
                        CAST(quantity * (1 + r %% 7) AS DECIMAL(24, 6)) AS quantity,
                        CAST(market_value * (1 + r %% 7) AS DECIMAL(18, 2)) AS market_value)
                    FROM positions p JOIN instruments i USING (instrument_id), range(%d) repetition(r)
                    LIMIT %d""", SPLITS, repetitions, POSITIONS));
            write(statement, large, "positions", "holdings");
            write(statement, large, "instruments", "contracts");
        }
        Files.createFile(ready);
        return large;
    }

    private static void view(Statement statement, BenchDay day, String feed) throws SQLException {
        statement.execute(
                "CREATE VIEW " + feed + " AS SELECT * FROM read_parquet('" + day.table(feed) + "/*.parquet')");
    }

    private static void write(Statement statement, BenchDay day, String feed, String view)
            throws SQLException, IOException {
        Path folder = Files.createDirectories(day.table(feed));
        String columns = String.join(", ", Catalogue.table(feed).columnNames());
        statement.execute("COPY (SELECT " + columns + " FROM " + view + ") TO '" + folder.resolve("part-0.parquet")
                + "' (FORMAT parquet, COMPRESSION zstd)");
    }

    private LargeBook() {}
}
