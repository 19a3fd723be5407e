package io.daybreak.jobs.columnar;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesReader;
import org.jspecify.annotations.Nullable;

/** Pages of DOUBLE. */
final class DoublePages extends ColumnPages {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final ColumnDescriptor column;
    private final DoubleVector vector = new DoubleVector();
    private double[] dictionary = new double[0];
    private @Nullable ValuesReader values;
    private byte[] page = new byte[0];
    private int at;

    DoublePages(ColumnDescriptor column) {
        super(column);
        this.column = column;
    }

    @Override
    DoubleVector vector() {
        return vector;
    }

    @Override
    void clear(int rows) {
        vector.reset(rows);
    }

    @Override
    void dictionary(DictionaryPage dictionaryPage, byte[] bytes, int from) throws IOException {
        Dictionary decoded = dictionaryPage.getEncoding().initDictionary(column, dictionaryPage);
        dictionary = new double[dictionaryPage.getDictionarySize()];
        for (int id = 0; id < dictionary.length; id++) {
            dictionary[id] = decoded.decodeToDouble(id);
        }
    }

    @Override
    void plain(byte[] bytes, int from, int end) {
        page = bytes;
        at = from;
    }

    @Override
    void other(ValuesReader reader) {
        values = reader;
    }

    @Override
    void ofDictionary(int[] numbers, int firstNumber, int row, int count, int rows) {
        int next = firstNumber;
        for (int i = row; i < row + count; i++) {
            if (!vector.isAbsent(i)) {
                vector.set(i, dictionary[numbers[next++]]);
            }
        }
    }

    @Override
    void ofPlain(int row, int count, int rows, int present) {
        for (int i = row; i < row + count; i++) {
            if (!vector.isAbsent(i)) {
                vector.set(i, Double.longBitsToDouble((long) LONGS.get(page, at)));
                at += Long.BYTES;
            }
        }
    }

    @Override
    void ofOther(int row, int count, int rows) {
        ValuesReader reader = requireNonNull(values, "a page comes first");
        for (int i = row; i < row + count; i++) {
            if (!vector.isAbsent(i)) {
                vector.set(i, reader.readDouble());
            }
        }
    }
}
