package io.daybreak.jobs.columnar;

import java.util.Arrays;
import java.util.Objects;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.MapData;
import org.apache.flink.table.data.RawValueData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.types.RowKind;
import org.jspecify.annotations.Nullable;

/**
 * One row of a batch as Flink's row: the chosen columns, then the name of the file and the number of the row in it as
 * far as they are wanted. Valid until the next batch: whoever keeps a row copies it.
 */
public final class BatchRow implements RowData {

    private static final long MICROS_PER_MILLI = 1_000;
    private static final int NANOS_PER_MICRO = 1_000;

    /** For a source column that is not wanted. */
    public static final int UNWANTED = -1;

    private final ColumnBatch batch;
    private final Vector[] columns;
    private final int shown;
    private final int fileColumn;
    private final int rowColumn;
    private int row;

    /** All columns of the batch, then the name of the file, then the number of the row. */
    public BatchRow(ColumnBatch batch) {
        this(batch, batch.columns().length, batch.columns().length, batch.columns().length + 1);
    }

    /** All columns of the batch. */
    public static BatchRow plain(ColumnBatch batch) {
        return new BatchRow(batch, batch.columns().length, UNWANTED, UNWANTED);
    }

    /**
     * @param shown how many columns of the batch are shown, the first ones
     * @param fileColumn where the name of the file goes, behind those, or {@link #UNWANTED}
     * @param rowColumn where the number of the row in its file goes, or {@link #UNWANTED}
     */
    BatchRow(ColumnBatch batch, int shown, int fileColumn, int rowColumn) {
        this.batch = batch;
        this.columns = batch.columns();
        this.shown = shown;
        this.fileColumn = fileColumn;
        this.rowColumn = rowColumn;
    }

    /** The same object, showing another row. */
    public BatchRow at(int position) {
        row = position;
        return this;
    }

    @Override
    public int getArity() {
        return shown + (fileColumn == UNWANTED ? 0 : 1) + (rowColumn == UNWANTED ? 0 : 1);
    }

    @Override
    public boolean isNullAt(int column) {
        return column < shown && columns[column].isAbsent(row);
    }

    @Override
    public StringData getString(int column) {
        if (column == fileColumn) {
            return StringData.fromString(batch.file());
        }
        TextVector texts = batch.text(column);
        return BinaryStringData.fromBytes(texts.data(), texts.start(row), texts.length(row));
    }

    @Override
    public long getLong(int column) {
        return column == rowColumn
                ? batch.firstRow() + row
                : batch.longs(column).get(row);
    }

    @Override
    public int getInt(int column) {
        return batch.ints(column).get(row);
    }

    @Override
    public boolean getBoolean(int column) {
        return ((BooleanVector) columns[column]).get(row);
    }

    @Override
    public DecimalData getDecimal(int column, int precision, int scale) {
        if (columns[column] instanceof LongVector longs) {
            return DecimalData.fromUnscaledLong(longs.get(row), precision, scale);
        }
        TextVector bytes = batch.text(column);
        int start = bytes.start(row);
        return DecimalData.fromUnscaledBytes(
                Arrays.copyOfRange(bytes.data(), start, start + bytes.length(row)), precision, scale);
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
        return ((DoubleVector) columns[column]).get(row);
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
        ListVector lists = (ListVector) columns[column];
        if (lists.elements() instanceof IntVector ints && !ints.anyAbsent()) {
            int[] numbers = new int[lists.count(row)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = ints.get(lists.first(row) + i);
            }
            return new GenericArrayData(numbers);
        }
        Object[] elements = new Object[lists.count(row)];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = element(lists.elements(), lists.first(row) + i);
        }
        return new GenericArrayData(elements);
    }

    private static @Nullable Object element(Vector elements, int position) {
        if (elements.isAbsent(position)) {
            return null;
        }
        if (elements instanceof IntVector ints) {
            return ints.get(position);
        }
        if (elements instanceof LongVector longs) {
            return longs.get(position);
        }
        TextVector texts = (TextVector) elements;
        return BinaryStringData.fromBytes(texts.data(), texts.start(position), texts.length(position));
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
