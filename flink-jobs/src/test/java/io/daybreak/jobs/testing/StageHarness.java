package io.daybreak.jobs.testing;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.landing.LandedFile;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.LandingRow;
import io.daybreak.jobs.landing.LandingWriter;
import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericAppenderFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.encryption.EncryptedFiles;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.types.Types;

/**
 * A lake in a folder of the test and one embedded cluster shared by all tests of the process. Rows are given as column
 * names and texts; see {@code row-defaults.yaml} for what they hold when not said.
 */
public final class StageHarness implements AutoCloseable {

    private static final int PARALLELISM = 2;
    private static final long MICROS_PER_SECOND = 1_000_000L;

    private final Lake lake;
    private final LocalDate date;
    private final PublishedCatalog catalog;
    private int files;

    private StageHarness(Lake lake, LocalDate date) {
        this.lake = lake;
        this.date = date;
        this.catalog = new PublishedCatalog(lake);
    }

    /** The lake at a folder, on a business date. */
    public static StageHarness at(Path root, LocalDate date) {
        return new StageHarness(new Lake(root), date);
    }

    /**
     * What a run gave.
     *
     * @param runSeconds what the stage itself took
     * @param seconds with its totals
     * @param cpuSeconds processor time of this process over them, cluster included
     */
    public record Ran(List<ControlTotal> totals, double runSeconds, double seconds, double cpuSeconds) {

        /** Every measure and currency, with IN less OUT and REJECTED: count, then amount. All zero when it balances. */
        public Map<String, String> differences() {
            Map<String, BigDecimal> rows = new LinkedHashMap<>();
            Map<String, BigDecimal> amounts = new LinkedHashMap<>();
            for (ControlTotal total : totals) {
                String key = total.measure() + " " + total.currency();
                BigDecimal sign = total.side() == ControlTotal.Side.IN ? BigDecimal.ONE : BigDecimal.ONE.negate();
                rows.merge(key, sign.multiply(BigDecimal.valueOf(total.rows())), BigDecimal::add);
                amounts.merge(key, sign.multiply(total.amount()), BigDecimal::add);
            }
            Map<String, String> differences = new LinkedHashMap<>();
            rows.forEach((key, count) -> {
                BigDecimal amount = amounts.getOrDefault(key, BigDecimal.ZERO);
                if (count.signum() != 0 || amount.signum() != 0) {
                    differences.put(key, count.toPlainString() + " / " + amount.toPlainString());
                }
            });
            return differences;
        }
    }

    public Lake lake() {
        return lake;
    }

    public PublishedCatalog catalog() {
        return catalog;
    }

    /** The same lake on another business date. */
    public StageHarness on(LocalDate other) {
        return new StageHarness(lake, other);
    }

    /** Lands a feed of the business date: one file and its trailer. */
    public StageHarness land(String name, List<? extends Map<String, ?>> rows) throws IOException {
        TableSpec table = Catalogue.table(name);
        Path folder = LandingPaths.feed(lake.root(), name, date);
        try (LandingWriter writer = LandingWriter.open(table, folder.resolve(LandingPaths.fileName(files++)))) {
            LandingRow row = writer.row();
            long number = 0;
            for (Map<String, ?> given : rows) {
                fill(row.clear(), table, Literal.row(table, date, number++, given));
                writer.write(row);
            }
            LandedFile file = writer.finish();
            Trailer.of(name, date, List.of(file)).write(folder);
        }
        return this;
    }

    /** Publishes rows of a table at the business date, as a stage before would have. */
    public StageHarness publish(String name, List<? extends Map<String, ?>> rows) throws IOException {
        TableSpec spec = Catalogue.table(name);
        Table table = catalog.ensure(spec);
        if (rows.isEmpty()) {
            return this;
        }
        List<Record> records = new ArrayList<>();
        long number = 0;
        for (Map<String, ?> given : rows) {
            GenericRecord record = GenericRecord.create(table.schema());
            Literal.row(spec, date, number++, given).forEach(record::setField);
            records.add(record);
        }
        table.newAppend().appendFile(write(table, spec, records)).commit();
        return this;
    }

    private DataFile write(Table table, TableSpec spec, List<Record> records) throws IOException {
        PartitionKey key = new PartitionKey(table.spec(), table.schema());
        GenericRecord template = GenericRecord.create(table.schema());
        template.setField(TableSpec.PROCESSING_DATE, date.toString());
        key.partition(new InternalRecordWrapper(table.schema().asStruct()).wrap(template));
        String path = table.locationProvider()
                .newDataLocation(
                        table.spec(),
                        key,
                        "given-" + spec.name() + "-" + files++ + "-" + System.identityHashCode(this) + ".parquet");
        DataWriter<Record> writer = new GenericAppenderFactory(table.schema(), table.spec())
                .newDataWriter(
                        EncryptedFiles.plainAsEncryptedOutput(table.io().newOutputFile(path)), FileFormat.PARQUET, key);
        try (writer) {
            records.forEach(writer::write);
        }
        return writer.toDataFile();
    }

    /** Runs a stage as the night does: staged, run, totalled, published. */
    public Ran run(Stage stage) throws Exception {
        return run(stage, "");
    }

    /** Likewise, with the address of an insights database. */
    public Ran run(Stage stage, String insights) throws Exception {
        return run(stage, insights, shared());
    }

    /** Something that happens to a stage between its work and its totals. */
    @FunctionalInterface
    public interface Mishap {
        void happen() throws Exception;
    }

    /** Runs a stage to which something happens before it is totalled; publishes what is then staged. */
    public Ran run(Stage stage, Mishap mishap) throws Exception {
        return run(stage, "", shared(), mishap);
    }

    /** Likewise, on a given cluster. */
    public Ran run(Stage stage, String insights, Cluster cluster) throws Exception {
        return run(stage, insights, cluster, () -> {});
    }

    /** Takes rows out of what is staged of a table, as a lost file would. */
    public void loseStaged(String name, Predicate<Record> lost) throws IOException {
        TableSpec spec = Catalogue.table(name);
        Table table = catalog.ensure(spec);
        table.refresh();
        OverwriteFiles overwrite = table.newOverwrite().toBranch(PublishedCatalog.STAGED);
        try (CloseableIterable<FileScanTask> tasks = table.newScan()
                        .useRef(PublishedCatalog.STAGED)
                        .filter(Expressions.equal(TableSpec.PROCESSING_DATE, date.toString()))
                        .planFiles();
                CloseableIterable<Record> rows = IcebergGenerics.read(table)
                        .useSnapshot(catalog.stagedSnapshot(spec))
                        .where(Expressions.equal(TableSpec.PROCESSING_DATE, date.toString()))
                        .build()) {
            for (FileScanTask task : tasks) {
                overwrite.deleteFile(task.file());
            }
            List<Record> kept = new ArrayList<>();
            rows.forEach(row -> {
                if (!lost.test(row)) {
                    kept.add(row);
                }
            });
            overwrite.addFile(write(table, spec, kept));
        }
        overwrite.commit();
    }

    private Ran run(Stage stage, String insights, Cluster cluster, Mishap mishap) throws Exception {
        StageContext context = new StageContext(
                stage.spec(),
                date,
                NightSettings.DEFAULTS,
                lake,
                catalog,
                cluster,
                Files.createDirectories(lake.runs(date)),
                insights,
                records -> {});
        long start = System.nanoTime();
        long cpuStart = cpuNanos();
        for (TableSpec table : stage.spec().writes()) {
            catalog.stage(table, date.toString());
        }
        stage.run(context);
        double ran = (System.nanoTime() - start) / 1e9;
        mishap.happen();
        List<ControlTotal> totals = stage.totals(context);
        stage.publish(context);
        for (TableSpec table : stage.spec().writes()) {
            catalog.publish(table, catalog.stagedSnapshot(table));
        }
        return new Ran(totals, ran, (System.nanoTime() - start) / 1e9, (cpuNanos() - cpuStart) / 1e9);
    }

    /** The published rows of the business date, sorted by the table's key. */
    public List<Map<String, Object>> read(String name) throws IOException {
        TableSpec spec = Catalogue.table(name);
        List<Map<String, Object>> rows = new ArrayList<>();
        try (CloseableIterable<Record> records = IcebergGenerics.read(catalog.ensure(spec))
                .where(Expressions.equal(TableSpec.PROCESSING_DATE, date.toString()))
                .build()) {
            for (Record record : records) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (Types.NestedField field : record.struct().fields()) {
                    Object value = record.getField(field.name());
                    if (value != null) {
                        row.put(field.name(), value);
                    }
                }
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparing(row -> spec.key().stream()
                .map(column -> String.valueOf(row.get(column)))
                .toList()
                .toString()));
        return rows;
    }

    /** The files of a table at the business date, as a list DuckDB's {@code read_parquet} takes. */
    public String files(String name) {
        TableSpec spec = Catalogue.table(name);
        if (spec.landed()) {
            return "['" + lake.landing(spec, date) + "/*.parquet']";
        }
        return catalog.files(spec, catalog.publishedSnapshot(spec), date.toString()).stream()
                .map(file -> file.path().startsWith("file:") ? Path.of(URI.create(file.path())) : Path.of(file.path()))
                .map(path -> "'" + path + "'")
                .toList()
                .toString();
    }

    /** An independent engine over the same files: published tables and landed feeds of the business date as views. */
    public Connection duckdb(String... tables) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        for (String name : tables) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE VIEW " + name + " AS SELECT * FROM read_parquet(" + files(name) + ")");
            }
        }
        return connection;
    }

    /** Rows of a query to an independent engine, values as text. */
    public static List<List<String>> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The process's cluster. */
    public static Cluster shared() {
        return Shared.CLUSTER;
    }

    @Override
    public void close() throws IOException {
        catalog.close();
    }

    private static void fill(LandingRow row, TableSpec table, Map<String, Object> values) {
        for (Column column : table.columns()) {
            Object value = values.get(column.name());
            if (value != null) {
                set(row, table.indexOf(column.name()), value);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void set(LandingRow row, int column, Object value) {
        if (value instanceof String text) {
            row.set(column, text);
        } else if (value instanceof Boolean flag) {
            row.set(column, flag.booleanValue());
        } else if (value instanceof Double number) {
            row.set(column, number.doubleValue());
        } else if (value instanceof Integer || value instanceof Long) {
            row.set(column, ((Number) value).longValue());
        } else if (value instanceof BigDecimal decimal) {
            row.setDecimal(column, decimal.unscaledValue().longValueExact());
        } else if (value instanceof LocalDate day) {
            row.set(column, day.toEpochDay());
        } else if (value instanceof LocalDateTime time) {
            row.set(column, time.toEpochSecond(ZoneOffset.UTC) * MICROS_PER_SECOND + time.getNano() / 1_000);
        } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Integer) {
            row.set(
                    column,
                    ((List<Integer>) list).stream().mapToInt(Integer::intValue).toArray());
        } else {
            row.set(column, (List<String>) value);
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Started with the first test that needs it. */
    private static final class Shared {
        static final Cluster CLUSTER = start();

        private static Cluster start() {
            try {
                Path scratch = Files.createTempDirectory("daybreak-test");
                return Cluster.embedded(PARALLELISM, scratch);
            } catch (Exception e) {
                throw new IllegalStateException("the embedded cluster did not start", e);
            }
        }
    }
}
