package io.daybreak.bench.data;

import io.daybreak.bench.plan.Workloads;
import io.daybreak.bench.process.Java;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.PublishedCatalog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Sample days kept between runs: made once a size, by the generator and the night's first stages. */
public final class SampleData {

    private static final List<String> FIRST_STAGES = List.of("intake", "prepare");
    private static final List<String> PUBLISHED = List.of("feed_totals", "enriched_transactions", "duplicate_rows");

    /** Published by a stage that takes long on a first night: only for those who read it. */
    private static final String ACTIVITY = "account_activity";

    private static final Map<String, String> CODES =
            Map.of(Workloads.CURRENCIES, "codes/iso4217.csv", Workloads.COUNTRIES, "codes/iso3166.csv");

    private final Path data;

    /**
     * @param data folder of the days
     */
    public SampleData(Path data) {
        this.data = data.toAbsolutePath().normalize();
    }

    /**
     * The day of a size, made if it is not there.
     *
     * @param tables that will be read
     * @throws IOException if it cannot be made; what is half made is made anew next time
     */
    public BenchDay ensure(long rows, boolean wide, Collection<String> tables)
            throws IOException, InterruptedException, SQLException {
        BenchDay day = new BenchDay(data.resolve("day-" + rows + (wide ? "-wide" : "")), rows, wide);
        Path ready = day.folder().resolve("ready");
        if (!Files.exists(ready)) {
            Folders.delete(day.folder());
            Files.createDirectories(day.folder());
            land(day, FIRST_STAGES);
            for (String table : PUBLISHED) {
                link(day, Catalogue.table(table));
            }
            for (Map.Entry<String, String> code : CODES.entrySet()) {
                codes(day, code.getKey(), code.getValue());
            }
            Files.createFile(ready);
        }
        Path readyActivity = day.folder().resolve("ready." + ACTIVITY);
        if (tables.contains(ACTIVITY) && !Files.exists(readyActivity)) {
            Folders.delete(day.table(ACTIVITY));
            land(day, List.of("anomaly"));
            link(day, Catalogue.table(ACTIVITY));
            Files.createFile(readyActivity);
        }
        return day;
    }

    private static void land(BenchDay day, List<String> stages) throws IOException, InterruptedException {
        Path log = day.folder().resolve("land.log");
        List<String> command = Java.night(
                "io.daybreak.bench.child.LandChild",
                day.lake().root().toString(),
                BenchDay.DATE.toString(),
                Long.toString(day.rows()),
                Boolean.toString(day.wide()),
                String.join(",", stages));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("the sample day of " + day.rows() + " rows could not be made, see " + log);
        }
    }

    /** Hard links: the same files, in a folder without other days' and branches' files. */
    private static void link(BenchDay day, TableSpec table) throws IOException {
        Path folder = Files.createDirectories(day.table(table.name()));
        try (PublishedCatalog catalog = new PublishedCatalog(day.lake())) {
            int number = 0;
            for (PublishedCatalog.PublishedFile file :
                    catalog.files(table, catalog.publishedSnapshot(table), BenchDay.DATE.toString())) {
                Path path = file.path().startsWith("file:") ? Path.of(URI.create(file.path())) : Path.of(file.path());
                Files.createLink(folder.resolve("part-" + number++ + ".parquet"), path);
            }
        }
    }

    /** A code list of the night's as a Parquet file: its first column, and for currencies the minor unit's digits. */
    private static void codes(BenchDay day, String name, String resource) throws IOException, SQLException {
        Path folder = Files.createDirectories(day.table(name));
        Path csv = folder.resolve("codes.csv");
        try (var in = SampleData.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            Files.copy(in, csv);
        }
        String columns = name.equals(Workloads.CURRENCIES)
                ? "column0 AS code, CAST(column1 AS INTEGER) AS minor_units"
                : "column0 AS code";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + columns + " FROM read_csv('" + csv
                    + "', header = false, skip = 1, all_varchar = true)) TO '" + folder.resolve("part-0.parquet")
                    + "' (FORMAT parquet)");
        }
        Files.delete(csv);
    }
}
