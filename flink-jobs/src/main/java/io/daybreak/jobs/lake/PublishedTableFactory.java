package io.daybreak.jobs.lake;

import io.daybreak.jobs.columnar.RowFormat;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.assigners.LocalityAwareSplitAssigner;
import org.apache.flink.core.fs.Path;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.io.CloseableIterable;

/**
 * The connector {@value #IDENTIFIER}: a branch of a published table. Iceberg's metadata says which files there are and
 * which can be passed over, so that nothing is listed; the files are read by columns.
 */
public final class PublishedTableFactory implements DynamicTableSourceFactory {

    static final String IDENTIFIER = "daybreak-published";

    private static final ConfigOption<String> ADDRESS =
            ConfigOptions.key("address").stringType().noDefaultValue();
    private static final ConfigOption<String> BRANCH =
            ConfigOptions.key("branch").stringType().noDefaultValue();

    /** The statement that makes a branch of a published table known to a Flink session under a name. */
    public static String createTableStatement(
            String name, TableSpec table, TableAddress address, String branch, boolean testsRows) {
        return "CREATE TEMPORARY TABLE `" + name + "` (\n  " + table.columnsDdl() + "\n) WITH ('connector' = '"
                + IDENTIFIER + "', 'table' = '" + table.name() + "', 'address' = '"
                + address.text().replace("'", "''") + "', 'branch' = '" + branch + "', 'tests-rows' = '" + testsRows
                + "')";
    }

    @Override
    public String factoryIdentifier() {
        return IDENTIFIER;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of(LandedTableFactory.TABLE, ADDRESS, BRANCH);
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of(LandedTableFactory.TESTS_ROWS);
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
        helper.validate();
        return new ColumnarTableSource(
                Catalogue.table(helper.getOptions().get(LandedTableFactory.TABLE)),
                new Branch(
                        TableAddress.of(helper.getOptions().get(ADDRESS)),
                        helper.getOptions().get(BRANCH)),
                helper.getOptions().get(LandedTableFactory.TESTS_ROWS));
    }

    private record Branch(TableAddress address, String branch) implements ColumnarTableSource.Files {

        private record Planned(String path, long bytes, long rows) {}

        @Override
        public OptionalLong rows(List<Condition> conditions) {
            return OptionalLong.of(
                    plan(conditions).stream().mapToLong(Planned::rows).sum());
        }

        @Override
        public FileSource<RowData> source(RowFormat format, List<Condition> conditions) {
            ArrayList<FileSourceSplit> splits = new ArrayList<>();
            for (Planned file : plan(conditions)) {
                splits.add(new FileSourceSplit(file.path(), new Path(file.path()), 0, file.bytes(), 0, file.bytes()));
            }
            return FileSource.forBulkFileFormat(format, new Path(address.toString()))
                    .setFileEnumerator(() -> (paths, least) -> splits)
                    .setSplitAssigner(LocalityAwareSplitAssigner::new)
                    .build();
        }

        private List<Planned> plan(List<Condition> conditions) {
            List<Planned> files = new ArrayList<>();
            try (TableLoader loader = address.loader()) {
                loader.open();
                Table table = loader.loadTable();
                TableScan scan = table.newScan().useRef(branch);
                for (Condition condition : conditions) {
                    scan = scan.filter(condition.ofFiles());
                }
                try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
                    for (FileScanTask task : tasks) {
                        files.add(new Planned(
                                task.file().location(),
                                task.file().fileSizeInBytes(),
                                task.file().recordCount()));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("files of " + address + " cannot be planned", e);
            }
            return files;
        }

        @Override
        public String toString() {
            return "branch " + branch + " of " + address;
        }
    }
}
