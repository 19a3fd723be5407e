package io.daybreak.jobs.lake;

import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.TableSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.jspecify.annotations.Nullable;

/** Makes the rows of one published table and business date out of plain Java values, refusing what does not fit. */
public final class TableRow {

    private static final int MONEY_SCALE = 2;
    private static final int RATE_SCALE = 8;
    private static final int QUANTITY_SCALE = 6;

    private final TableSpec table;
    private final String processingDate;

    /** @param table a published table */
    public TableRow(TableSpec table, String processingDate) {
        this.table = table;
        this.processingDate = processingDate;
    }

    /**
     * A row.
     *
     * @param values one per column in the contract's order, the business date left out; decimals are rounded half to
     *     even to the column's scale
     * @throws IllegalArgumentException if there are too many or too few, or one is not of its column's type
     */
    public RowData of(@Nullable Object... values) {
        List<Column> columns = table.columns();
        if (values.length != columns.size() - 1) {
            throw new IllegalArgumentException("a row of " + table.name() + " has " + (columns.size() - 1)
                    + " values besides the business date, not " + values.length);
        }
        GenericRowData row = new GenericRowData(columns.size());
        int next = 0;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object value = column.name().equals(TableSpec.PROCESSING_DATE) ? processingDate : values[next++];
            if (value == null && !column.nullable()) {
                throw new IllegalArgumentException("a row of " + table.name() + " has no " + column.name());
            }
            row.setField(i, value == null ? null : internal(column, value));
        }
        return row;
    }

    private Object internal(Column column, Object value) {
        try {
            return switch (column.type()) {
                case STRING -> StringData.fromString((String) value);
                case BOOLEAN, INT, BIGINT, DOUBLE -> value;
                case DATE -> (int) ((LocalDate) value).toEpochDay();
                case TIMESTAMP -> TimestampData.fromLocalDateTime((LocalDateTime) value);
                case MONEY -> decimal((BigDecimal) value, 18, MONEY_SCALE);
                case TOTAL -> decimal((BigDecimal) value, 38, MONEY_SCALE);
                case RATE -> decimal((BigDecimal) value, 18, RATE_SCALE);
                case FIGURE -> decimal((BigDecimal) value, 38, RATE_SCALE);
                case QUANTITY -> decimal((BigDecimal) value, 24, QUANTITY_SCALE);
                case STRINGS ->
                    new GenericArrayData(((List<?>) value)
                            .stream()
                                    .map(text -> StringData.fromString((String) text))
                                    .toArray());
                case INTS -> new GenericArrayData((int[]) value);
                case BIGINTS -> new GenericArrayData((long[]) value);
            };
        } catch (ClassCastException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    table.name() + "." + column.name() + ": " + value + " is not a "
                            + column.type().sql(),
                    e);
        }
    }

    private static DecimalData decimal(BigDecimal value, int precision, int scale) {
        DecimalData decimal =
                DecimalData.fromBigDecimal(value.setScale(scale, RoundingMode.HALF_EVEN), precision, scale);
        if (decimal == null) {
            throw new ArithmeticException(value + " needs more than " + precision + " digits");
        }
        return decimal;
    }
}
