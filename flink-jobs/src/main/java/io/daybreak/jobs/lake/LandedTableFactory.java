package io.daybreak.jobs.lake;

import io.daybreak.jobs.contract.TableSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.SourceProvider;
import org.apache.flink.table.connector.source.abilities.SupportsProjectionPushDown;
import org.apache.flink.table.connector.source.abilities.SupportsReadingMetadata;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.RowType;

/** The connector {@value #IDENTIFIER}: a landed feed as a table, with the file and row each row came from. */
public final class LandedTableFactory implements DynamicTableSourceFactory {

    static final String IDENTIFIER = "daybreak-landing";

    private static final ConfigOption<String> PATH =
            ConfigOptions.key("path").stringType().noDefaultValue();

    /** The statement that makes one business date of a feed known to a Flink session under a name. */
    public static String createTableStatement(String name, TableSpec table, Path folder) {
        return "CREATE TEMPORARY TABLE `" + name + "` (\n  " + table.columnsDdl() + ",\n  `" + LandedSource.SOURCE_FILE
                + "` STRING NOT NULL METADATA VIRTUAL,\n  `" + LandedSource.SOURCE_ROW
                + "` BIGINT NOT NULL METADATA VIRTUAL\n) WITH ('connector' = '" + IDENTIFIER + "', 'path' = '"
                + folder.toUri() + "')";
    }

    @Override
    public String factoryIdentifier() {
        return IDENTIFIER;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of(PATH);
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of();
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
        helper.validate();
        return new Source(helper.getOptions().get(PATH), context.getPhysicalRowDataType(), List.of());
    }

    private static final class Source implements ScanTableSource, SupportsProjectionPushDown, SupportsReadingMetadata {
        private final String path;
        private DataType fileType;
        private List<String> metadata;

        Source(String path, DataType fileType, List<String> metadata) {
            this.path = path;
            this.fileType = fileType;
            this.metadata = metadata;
        }

        @Override
        public ChangelogMode getChangelogMode() {
            return ChangelogMode.insertOnly();
        }

        @Override
        public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
            return SourceProvider.of(LandedSource.of(path, (RowType) fileType.getLogicalType(), metadata));
        }

        @Override
        public boolean supportsNestedProjection() {
            return false;
        }

        @Override
        public void applyProjection(int[][] projectedFields, DataType producedDataType) {
            List<org.apache.flink.table.api.DataTypes.Field> fields = new ArrayList<>();
            List<String> names = DataType.getFieldNames(fileType);
            List<DataType> types = DataType.getFieldDataTypes(fileType);
            for (int[] path : projectedFields) {
                fields.add(DataTypes.FIELD(names.get(path[0]), types.get(path[0])));
            }
            fileType = DataTypes.ROW(fields).notNull();
        }

        @Override
        public Map<String, DataType> listReadableMetadata() {
            Map<String, DataType> keys = new LinkedHashMap<>();
            keys.put(LandedSource.SOURCE_FILE, DataTypes.STRING().notNull());
            keys.put(LandedSource.SOURCE_ROW, DataTypes.BIGINT().notNull());
            return keys;
        }

        @Override
        public void applyReadableMetadata(List<String> keys, DataType producedDataType) {
            metadata = List.copyOf(keys);
        }

        @Override
        public DynamicTableSource copy() {
            return new Source(path, fileType, metadata);
        }

        @Override
        public String asSummaryString() {
            return "landed feed " + path;
        }
    }
}
