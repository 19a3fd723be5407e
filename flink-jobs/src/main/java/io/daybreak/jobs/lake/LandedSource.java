package io.daybreak.jobs.lake;

import io.daybreak.jobs.columnar.BatchFormat;
import io.daybreak.jobs.columnar.ColumnBatch;
import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.assigners.LocalityAwareSplitAssigner;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.core.fs.Path;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.apache.flink.table.types.utils.TypeConversions;

/** Bounded source of a landed feed: chosen columns, then where each row came from. */
public final class LandedSource {

    public static final String SOURCE_FILE = "source_file";
    public static final String SOURCE_ROW = "source_row";

    /**
     * @param folder the feed's folder of one business date
     * @param table its contract
     * @param columns the columns to read, in the order wanted
     * @param sourceColumns {@value #SOURCE_FILE} and {@value #SOURCE_ROW}, as far as they shall follow
     */
    public static FileSource<RowData> of(
            java.nio.file.Path folder, TableSpec table, List<String> columns, List<String> sourceColumns) {
        return of(folder.toUri().toString(), rowType(table, columns), sourceColumns);
    }

    /** All columns of a landed feed in batches. */
    public static FileSource<ColumnBatch> batches(java.nio.file.Path folder, TableSpec table) {
        return FileSource.forBulkFileFormat(
                        new BatchFormat(table), new Path(folder.toUri().toString()))
                .setFileEnumerator(() -> new NonSplittingRecursiveEnumerator(LandedSource::isDataFile))
                .setSplitAssigner(LocalityAwareSplitAssigner::new)
                .build();
    }

    static FileSource<RowData> of(String folder, RowType fileType, List<String> sourceColumns) {
        LandedParquetFormat format =
                new LandedParquetFormat(fileType, producedType(fileType, sourceColumns), sourceColumns);
        return FileSource.forBulkFileFormat(format, new Path(folder))
                .setFileEnumerator(() -> new NonSplittingRecursiveEnumerator(LandedSource::isDataFile))
                .setSplitAssigner(LocalityAwareSplitAssigner::new)
                .build();
    }

    /** Data files end in .parquet; trailers and hidden files do not count. */
    static boolean isDataFile(Path path) {
        String name = path.getName();
        return !name.startsWith("_") && !name.startsWith(".") && (!name.contains(".") || name.endsWith(".parquet"));
    }

    /** The Flink row type of some columns of a table. */
    public static RowType rowType(TableSpec table, List<String> columns) {
        List<RowType.RowField> fields = new ArrayList<>();
        for (String name : columns) {
            Column column = table.columns().get(table.indexOf(name));
            fields.add(new RowType.RowField(name, logicalType(column.type()).copy(column.nullable())));
        }
        return new RowType(false, fields);
    }

    /** All columns of a table. */
    public static RowType rowType(TableSpec table) {
        return rowType(table, table.columnNames());
    }

    /** The Flink data type of a contract type. */
    public static DataType dataType(ColumnType type) {
        return TypeConversions.fromLogicalToDataType(logicalType(type));
    }

    private static LogicalType logicalType(ColumnType type) {
        return LogicalTypeParser.parse(type.sql(), LandedSource.class.getClassLoader());
    }

    private static RowType producedType(RowType fileType, List<String> sourceColumns) {
        List<RowType.RowField> fields = new ArrayList<>(fileType.getFields());
        for (String column : sourceColumns) {
            DataType type = column.equals(SOURCE_FILE) ? DataTypes.STRING() : DataTypes.BIGINT();
            fields.add(new RowType.RowField(column, type.notNull().getLogicalType()));
        }
        return new RowType(false, fields);
    }

    private LandedSource() {}
}
