package io.daybreak.jobs.lake;

import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * The published tables. A stage writes to the branch {@value #STAGED} of each of its tables; nothing is visible until
 * {@link #publish} moves {@code main} to it. Write, audit, publish: a branch that fails its audit is simply left behind.
 */
public final class PublishedCatalog implements AutoCloseable {

    /** Name of the Flink catalog. */
    public static final String CATALOG = "lake";
    /** Name of its only database. */
    public static final String DATABASE = "night";
    /** Branch a stage writes to. */
    public static final String STAGED = "staged";

    private static final Map<String, String> PROPERTIES = Map.of(
            TableProperties.FORMAT_VERSION, "2",
            TableProperties.WRITE_DISTRIBUTION_MODE, TableProperties.WRITE_DISTRIBUTION_MODE_NONE,
            TableProperties.PARQUET_COMPRESSION, "zstd",
            TableProperties.PARQUET_COMPRESSION_LEVEL, "1",
            TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true",
            TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "20");

    private final Lake lake;
    private final Catalog catalog;

    public PublishedCatalog(Lake lake) {
        this.lake = lake;
        if (lake.inBucket() && lake.catalog().inFolder()) {
            throw new IllegalArgumentException("lake " + lake.root() + " is in a bucket, where a folder cannot be the"
                    + " catalog of its tables: give --catalog jdbc:postgresql:... or --catalog glue");
        }
        this.catalog = lake.catalog().open(lake.warehouse().toString());
    }

    /** The statement that makes the catalog known to a Flink session under {@value #CATALOG}. */
    public String createCatalogStatement() {
        return "CREATE CATALOG " + CATALOG + " WITH "
                + lake.catalog().options(lake.warehouse().toString());
    }

    /** The qualified name of a table in Flink SQL. */
    public static String qualifiedName(TableSpec table) {
        return CATALOG + "." + DATABASE + "." + table.name();
    }

    /** Where a table is found by tasks. */
    public TableAddress address(TableSpec table) {
        return new TableAddress(table.name(), lake.warehouse().toString(), lake.catalog());
    }

    /** Whether the table was ever created in this lake. */
    public boolean exists(TableSpec table) {
        return catalog.tableExists(identifier(table));
    }

    /**
     * Loads a table, creating it empty the first time.
     *
     * @throws IllegalStateException if the table exists with other columns than the contract's
     */
    public Table ensure(TableSpec spec) {
        TableIdentifier identifier = identifier(spec);
        Schema schema = schema(spec);
        if (!catalog.tableExists(identifier)) {
            Namespace namespace = Namespace.of(DATABASE);
            SupportsNamespaces namespaces = (SupportsNamespaces) catalog;
            if (!namespaces.namespaceExists(namespace)) {
                namespaces.createNamespace(namespace);
            }
            PartitionSpec partition = PartitionSpec.builderFor(schema)
                    .identity(TableSpec.PROCESSING_DATE)
                    .build();
            Table table = catalog.createTable(identifier, schema, partition, PROPERTIES);
            table.newAppend().commit();
            return table;
        }
        Table table = catalog.loadTable(identifier);
        if (lake.inBucket() && !table.location().startsWith(lake.warehouse().toString())) {
            throw new IllegalStateException("the catalog knows table " + spec.name() + " at " + table.location()
                    + ", not in lake " + lake.root() + ". Next: give each lake a database of its own");
        }
        if (!shape(table.schema()).equals(shape(schema))) {
            throw new IllegalStateException("table " + spec.name() + " at " + table.location()
                    + " has other columns than the contract. Next: migrate it, or start a new lake. It has "
                    + table.schema().asStruct() + ", the contract has " + schema.asStruct());
        }
        return table;
    }

    /** Numbers, names and types of the columns: what a column means may be said better later. */
    private static List<String> shape(Schema schema) {
        return schema.columns().stream()
                .map(field -> field.fieldId() + " " + field.name() + " " + field.type()
                        + (field.isRequired() ? " required" : ""))
                .toList();
    }

    /** Starts the branch {@value #STAGED} at what is published, less the rows of the business date. */
    public void stage(TableSpec spec, String processingDate) {
        Table table = ensure(spec);
        if (table.refs().containsKey(STAGED)) {
            table.manageSnapshots().removeBranch(STAGED).commit();
        }
        table.manageSnapshots()
                .createBranch(STAGED, table.currentSnapshot().snapshotId())
                .commit();
        table.newDelete()
                .deleteFromRowFilter(Expressions.equal(TableSpec.PROCESSING_DATE, processingDate))
                .toBranch(STAGED)
                .commit();
    }

    /** The head of the branch {@value #STAGED}. */
    public long stagedSnapshot(TableSpec spec) {
        SnapshotRef ref = catalog.loadTable(identifier(spec)).refs().get(STAGED);
        if (ref == null) {
            throw new IllegalStateException("table " + spec.name() + " has nothing staged");
        }
        return ref.snapshotId();
    }

    /** The snapshot readers see now. */
    public long publishedSnapshot(TableSpec spec) {
        return catalog.loadTable(identifier(spec)).currentSnapshot().snapshotId();
    }

    /** Makes a staged snapshot what readers see. Repeating it changes nothing. */
    public void publish(TableSpec spec, long snapshotId) {
        Table table = catalog.loadTable(identifier(spec));
        if (table.currentSnapshot().snapshotId() == snapshotId) {
            return;
        }
        SnapshotRef staged = table.refs().get(STAGED);
        if (staged == null || staged.snapshotId() != snapshotId) {
            throw new IllegalStateException("table " + spec.name() + " has no staged snapshot " + snapshotId
                    + " to publish; it has " + (staged == null ? "none" : staged.snapshotId()));
        }
        table.manageSnapshots()
                .fastForwardBranch(SnapshotRef.MAIN_BRANCH, STAGED)
                .commit();
    }

    /** The data files of a snapshot that hold rows of a business date, by path. */
    public List<PublishedFile> files(TableSpec spec, long snapshotId, String processingDate) {
        Table table = catalog.loadTable(identifier(spec));
        List<PublishedFile> files = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks = table.newScan()
                .useSnapshot(snapshotId)
                .filter(Expressions.equal(TableSpec.PROCESSING_DATE, processingDate))
                .planFiles()) {
            for (FileScanTask task : tasks) {
                DataFile file = task.file();
                files.add(new PublishedFile(file.location(), file.recordCount(), file.fileSizeInBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort((a, b) -> a.path().compareTo(b.path()));
        return List.copyOf(files);
    }

    /** Business dates that have rows in what is published. */
    public List<String> processingDates(TableSpec spec) {
        if (!exists(spec)) {
            return List.of();
        }
        Table table = catalog.loadTable(identifier(spec));
        List<String> dates = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
            for (FileScanTask task : tasks) {
                String date = task.file().partition().get(0, String.class);
                if (!dates.contains(date)) {
                    dates.add(date);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dates.sort(String::compareTo);
        return List.copyOf(dates);
    }

    /** Snapshots of a table, oldest first. */
    public List<Long> snapshots(TableSpec spec) {
        List<Long> ids = new ArrayList<>();
        for (Snapshot snapshot : catalog.loadTable(identifier(spec)).snapshots()) {
            ids.add(snapshot.snapshotId());
        }
        return List.copyOf(ids);
    }

    /** One data file of a published table. */
    public record PublishedFile(String path, long rows, long bytes) {}

    /** The Iceberg schema of a table; field numbers follow the contract's order. */
    static Schema schema(TableSpec spec) {
        List<Types.NestedField> fields = new ArrayList<>();
        int next = spec.columns().size() + 1;
        int id = 1;
        for (Column column : spec.columns()) {
            Type type = type(column.type(), next);
            next += type.isListType() ? 1 : 0;
            fields.add(
                    column.nullable()
                            ? Types.NestedField.optional(id, column.name(), type, column.meaning())
                            : Types.NestedField.required(id, column.name(), type, column.meaning()));
            id++;
        }
        return new Schema(fields);
    }

    private static Type type(ColumnType type, int elementId) {
        return switch (type) {
            case STRING -> Types.StringType.get();
            case BOOLEAN -> Types.BooleanType.get();
            case INT -> Types.IntegerType.get();
            case BIGINT -> Types.LongType.get();
            case DOUBLE -> Types.DoubleType.get();
            case DATE -> Types.DateType.get();
            case TIMESTAMP -> Types.TimestampType.withoutZone();
            case MONEY -> Types.DecimalType.of(18, 2);
            case TOTAL -> Types.DecimalType.of(38, 2);
            case RATE -> Types.DecimalType.of(18, 8);
            case FIGURE -> Types.DecimalType.of(38, 8);
            case QUANTITY -> Types.DecimalType.of(24, 6);
            case STRINGS -> Types.ListType.ofOptional(elementId, Types.StringType.get());
            case INTS -> Types.ListType.ofOptional(elementId, Types.IntegerType.get());
            case BIGINTS -> Types.ListType.ofOptional(elementId, Types.LongType.get());
        };
    }

    private static TableIdentifier identifier(TableSpec spec) {
        return TableIdentifier.of(DATABASE, spec.name());
    }

    @Override
    public void close() throws IOException {
        if (catalog instanceof Closeable open) {
            open.close();
        }
    }
}
