package io.daybreak.jobs.columnar;

import java.util.Objects;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.MapData;
import org.apache.flink.table.data.RawValueData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.types.RowKind;

/**
 * One row of a batch as Flink's row: the file's columns, then the name of the file and the number of the row in it. For
 * the few rows that are looked at one by one.
 */
public final class BatchRow implements RowData {

    private static final long MICROS_PER_MILLI = 1_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private final ColumnBatch batch;
    private int row;

    public BatchRow(ColumnBatch batch) {
        this.batch = batch;
    }

    /** The same object, showing another row. */
    public BatchRow at(int position) {
        row = position;
        return this;
    }

    @Override
    public int getArity() {
        return batch.columns().length + 2;
    }

    @Override
    public boolean isNullAt(int column) {
        return column < batch.columns().length && batch.columns()[column].isAbsent(row);
    }

    @Override
    public StringData getString(int column) {
        if (column == batch.columns().length) {
            return StringData.fromString(batch.file());
        }
        TextVector texts = batch.text(column);
        return BinaryStringData.fromBytes(texts.data(), texts.start(row), texts.length(row));
    }

    @Override
    public long getLong(int column) {
        return column == batch.columns().length + 1
                ? batch.firstRow() + row
                : batch.longs(column).get(row);
    }

    @Override
    public int getInt(int column) {
        return batch.ints(column).get(row);
    }

    @Override
    public boolean getBoolean(int column) {
        return ((BooleanVector) batch.columns()[column]).get(row);
    }

    @Override
    public DecimalData getDecimal(int column, int precision, int scale) {
        return DecimalData.fromUnscaledLong(batch.longs(column).get(row), precision, scale);
    }

    @Override
    public TimestampData getTimestamp(int column, int precision) {
        long micros = batch.longs(column).get(row);
        return TimestampData.fromEpochMillis(
                Math.floorDiv(micros, MICROS_PER_MILLI),
                (int) Math.floorMod(micros, MICROS_PER_MILLI) * NANOS_PER_MICRO);
    }

    @Override
    public RowKind getRowKind() {
        return RowKind.INSERT;
    }

    @Override
    public void setRowKind(RowKind kind) {
        throw new UnsupportedOperationException("a landed row is always an insert, not " + kind);
    }

    @Override
    public byte getByte(int column) {
        throw unread(column);
    }

    @Override
    public short getShort(int column) {
        throw unread(column);
    }

    @Override
    public float getFloat(int column) {
        throw unread(column);
    }

    @Override
    public double getDouble(int column) {
        throw unread(column);
    }

    @Override
    public <T> RawValueData<T> getRawValue(int column) {
        throw unread(column);
    }

    @Override
    public byte[] getBinary(int column) {
        throw unread(column);
    }

    @Override
    public ArrayData getArray(int column) {
        throw unread(column);
    }

    @Override
    public MapData getMap(int column) {
        throw unread(column);
    }

    @Override
    public RowData getRow(int column, int fields) {
        throw unread(column);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BatchRow that && that.batch == batch && that.row == row;
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(batch), row);
    }

    private static UnsupportedOperationException unread(int column) {
        return new UnsupportedOperationException("column " + column + " is of a type that no batch has");
    }
}
