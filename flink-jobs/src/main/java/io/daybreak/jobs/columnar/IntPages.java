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

/** Pages of INT32: small numbers and dates. */
final class IntPages extends ColumnPages {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final ColumnDescriptor column;
    private final IntVector vector = new IntVector();
    private int[] dictionary = new int[0];
    private @Nullable ValuesReader values;
    private byte[] page = new byte[0];
    private int at;

    IntPages(ColumnDescriptor column) {
        super(column);
        this.column = column;
    }

    @Override
    IntVector vector() {
        return vector;
    }

    @Override
    void clear(int rows) {
        vector.reset(rows);
    }

    @Override
    void dictionary(DictionaryPage dictionaryPage, byte[] bytes, int from) throws IOException {
        Dictionary decoded = dictionaryPage.getEncoding().initDictionary(column, dictionaryPage);
        dictionary = new int[dictionaryPage.getDictionarySize()];
        for (int id = 0; id < dictionary.length; id++) {
            dictionary[id] = decoded.decodeToInt(id);
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
                vector.set(i, (int) INTS.get(page, at));
                at += Integer.BYTES;
            }
        }
    }

    @Override
    void ofOther(int row, int count, int rows) {
        ValuesReader reader = requireNonNull(values, "a page comes first");
        for (int i = row; i < row + count; i++) {
            if (!vector.isAbsent(i)) {
                vector.set(i, reader.readInteger());
            }
        }
    }
}
