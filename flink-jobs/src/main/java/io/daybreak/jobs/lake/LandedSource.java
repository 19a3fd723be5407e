package io.daybreak.jobs.lake;

import io.daybreak.jobs.columnar.BatchFormat;
import io.daybreak.jobs.columnar.BatchRow;
import io.daybreak.jobs.columnar.ColumnBatch;
import io.daybreak.jobs.columnar.RowFormat;
import io.daybreak.jobs.columnar.RowTest;
import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.assigners.LocalityAwareSplitAssigner;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.core.fs.Path;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.apache.flink.table.types.utils.TypeConversions;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.jspecify.annotations.Nullable;

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
        return files(
                new Path(folder.toUri().toString()),
                rows(table, columns, columns.size(), List.of(), sourceColumns, null));
    }

    /** All columns of a landed feed in batches. */
    public static FileSource<ColumnBatch> batches(java.nio.file.Path folder, TableSpec table) {
        return files(new Path(folder.toUri().toString()), new BatchFormat(table.columns()));
    }

    /** The data files of a folder, by its trailer, when the job starts; listed if it has none. */
    static <T> FileSource<T> files(Path folder, BulkFormat<T, FileSourceSplit> format) {
        return FileSource.forBulkFileFormat(format, folder)
                .setFileEnumerator(() -> (folders, least) -> LandedFiles.splits(folder))
                .setSplitAssigner(LocalityAwareSplitAssigner::new)
                .build();
    }

    /**
     * Rows of some columns of a table, then of the source columns asked for.
     *
     * @param read the columns that are read
     * @param shown how many of them the rows have, the first ones
     * @param tests of columns that are read
     */
    static RowFormat rows(
            TableSpec table,
            List<String> read,
            int shown,
            List<RowTest.OfColumn> tests,
            List<String> sourceColumns,
            @Nullable FilterPredicate condition) {
        List<Column> wanted = read.stream()
                .map(name -> table.columns().get(table.indexOf(name)))
                .toList();
        return new RowFormat(
                wanted,
                shown,
                tests,
                place(sourceColumns.indexOf(SOURCE_FILE), shown),
                place(sourceColumns.indexOf(SOURCE_ROW), shown),
                InternalTypeInfo.of(producedType(rowType(table, read.subList(0, shown)), sourceColumns)),
                condition);
    }

    private static int place(int position, int behind) {
        return position < 0 ? BatchRow.UNWANTED : behind + position;
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
