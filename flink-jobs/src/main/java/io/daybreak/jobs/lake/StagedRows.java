package io.daybreak.jobs.lake;

import io.daybreak.jobs.columnar.BatchRow;
import io.daybreak.jobs.columnar.ColumnBatch;
import io.daybreak.jobs.columnar.ColumnFileReader;
import io.daybreak.jobs.columnar.FlinkInput;
import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.RowData;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.jspecify.annotations.Nullable;

/** The rows of some data files as plain Java values, read where they are needed, without a job: for small tables. */
public final class StagedRows {

    private static final int MONEY_PRECISION = 18;
    private static final int MONEY_SCALE = 2;
    private static final int TOTAL_PRECISION = 38;
    private static final int RATE_SCALE = 8;
    private static final int QUANTITY_PRECISION = 24;
    private static final int QUANTITY_SCALE = 6;
    private static final int MICROS = 6;

    /**
     * Hands every row to a consumer, each value as Flink's functions are given it. The array is reused.
     *
     * @throws IOException if a file cannot be read
     */
    public static void read(
            TableSpec table, List<PublishedCatalog.PublishedFile> files, Consumer<@Nullable Object[]> rows)
            throws IOException {
        List<Column> columns = table.columns();
        @Nullable Object[] values = new Object[columns.size()];
        for (PublishedCatalog.PublishedFile file : files) {
            FlinkInput input = new FlinkInput(new Path(file.path()), file.bytes());
            try (ColumnFileReader reader = new ColumnFileReader(file.path(), input, columns, FilterCompat.NOOP)) {
                for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
                    BatchRow row = BatchRow.plain(batch);
                    for (int i = 0; i < batch.rows(); i++) {
                        row.at(i);
                        for (int c = 0; c < values.length; c++) {
                            values[c] = row.isNullAt(c) ? null : value(columns.get(c), row, c);
                        }
                        rows.accept(values);
                    }
                }
            }
        }
    }

    private static Object value(Column column, RowData row, int at) {
        return switch (column.type()) {
            case STRING -> row.getString(at).toString();
            case BOOLEAN -> row.getBoolean(at);
            case INT -> row.getInt(at);
            case BIGINT -> row.getLong(at);
            case DOUBLE -> row.getDouble(at);
            case DATE -> LocalDate.ofEpochDay(row.getInt(at));
            case TIMESTAMP -> row.getTimestamp(at, MICROS).toLocalDateTime();
            case MONEY -> row.getDecimal(at, MONEY_PRECISION, MONEY_SCALE).toBigDecimal();
            case TOTAL -> row.getDecimal(at, TOTAL_PRECISION, MONEY_SCALE).toBigDecimal();
            case RATE -> row.getDecimal(at, MONEY_PRECISION, RATE_SCALE).toBigDecimal();
            case FIGURE -> row.getDecimal(at, TOTAL_PRECISION, RATE_SCALE).toBigDecimal();
            case QUANTITY ->
                row.getDecimal(at, QUANTITY_PRECISION, QUANTITY_SCALE).toBigDecimal();
            case STRINGS, INTS, BIGINTS -> elements(column, row.getArray(at));
        };
    }

    private static @Nullable Object[] elements(Column column, ArrayData array) {
        @Nullable Object[] elements = new Object[array.size()];
        for (int i = 0; i < elements.length; i++) {
            if (!array.isNullAt(i)) {
                elements[i] = switch (column.type()) {
                    case INTS -> array.getInt(i);
                    case BIGINTS -> array.getLong(i);
                    default -> array.getString(i).toString();
                };
            }
        }
        return elements;
    }

    private StagedRows() {}
}
