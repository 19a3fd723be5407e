package io.daybreak.jobs.lake;

import io.daybreak.jobs.columnar.RowFormat;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;

/** The connector {@value #IDENTIFIER}: a landed feed as a table, with the file and row each row came from. */
public final class LandedTableFactory implements DynamicTableSourceFactory {

    static final String IDENTIFIER = "daybreak-landing";

    static final ConfigOption<String> TABLE =
            ConfigOptions.key("table").stringType().noDefaultValue();
    private static final ConfigOption<String> PATH =
            ConfigOptions.key("path").stringType().noDefaultValue();

    /** Whether the source leaves out rows that fail a query's filters, or the query does. */
    static final ConfigOption<Boolean> TESTS_ROWS =
            ConfigOptions.key("tests-rows").booleanType().defaultValue(true);

    /** The statement that makes one business date of a feed known to a Flink session under a name. */
    public static String createTableStatement(String name, TableSpec table, Path folder, boolean testsRows) {
        return "CREATE TEMPORARY TABLE `" + name + "` (\n  " + table.columnsDdl() + ",\n  `" + LandedSource.SOURCE_FILE
                + "` STRING NOT NULL METADATA VIRTUAL,\n  `" + LandedSource.SOURCE_ROW
                + "` BIGINT NOT NULL METADATA VIRTUAL\n) WITH ('connector' = '" + IDENTIFIER + "', 'table' = '"
                + table.name() + "', 'path' = '" + folder.toUri() + "', 'tests-rows' = '" + testsRows + "')";
    }

    @Override
    public String factoryIdentifier() {
        return IDENTIFIER;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of(TABLE, PATH);
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of(TESTS_ROWS);
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
        helper.validate();
        org.apache.flink.core.fs.Path folder =
                new org.apache.flink.core.fs.Path(helper.getOptions().get(PATH));
        return new ColumnarTableSource(
                Catalogue.table(helper.getOptions().get(TABLE)),
                new ColumnarTableSource.Files() {
                    @Override
                    public OptionalLong rows(List<Condition> conditions) {
                        return OptionalLong.empty();
                    }

                    @Override
                    public FileSource<RowData> source(RowFormat format, List<Condition> conditions) {
                        return LandedSource.files(folder, format);
                    }

                    @Override
                    public String toString() {
                        return "landed feed " + folder;
                    }
                },
                helper.getOptions().get(TESTS_ROWS));
    }
}
