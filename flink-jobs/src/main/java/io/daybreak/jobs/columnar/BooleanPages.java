package io.daybreak.jobs.columnar;

import static java.util.Objects.requireNonNull;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesReader;
import org.jspecify.annotations.Nullable;

/** Pages of truth values, a bit each. */
final class BooleanPages extends ColumnPages {

    private final BooleanVector vector = new BooleanVector();
    private @Nullable ValuesReader values;
    private byte[] page = new byte[0];
    private int bit;

    BooleanPages(ColumnDescriptor column) {
        super(column);
    }

    @Override
    BooleanVector vector() {
        return vector;
    }

    @Override
    void clear(int rows) {
        vector.reset(rows);
    }

    @Override
    void dictionary(DictionaryPage dictionaryPage, byte[] bytes, int from) {
        throw new org.apache.parquet.io.ParquetDecodingException("a column of truth values has a dictionary");
    }

    @Override
    void plain(byte[] bytes, int from, int end) {
        page = bytes;
        bit = from * Byte.SIZE;
    }

    @Override
    void other(ValuesReader reader) {
        values = reader;
    }

    @Override
    void ofDictionary(int[] numbers, int firstNumber, int row, int count, int rows) {
        throw new IllegalStateException("no dictionary was accepted");
    }

    @Override
    void ofPlain(int row, int count, int rows, int present) {
        for (int i = row; i < row + count; i++) {
            if (!vector.isAbsent(i)) {
                vector.set(i, (page[bit / Byte.SIZE] >>> (bit % Byte.SIZE) & 1) != 0);
                bit++;
            }
        }
    }

    @Override
    void ofOther(int row, int count, int rows) {
        ValuesReader reader = requireNonNull(values, "a page comes first");
        for (int i = row; i < row + count; i++) {
            if (!vector.isAbsent(i)) {
                vector.set(i, reader.readBoolean());
            }
        }
    }
}
