package io.daybreak.jobs.columnar;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Pages of texts, or of decimals of more than 18 digits as big-endian bytes. */
final class TextPages extends ColumnPages {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final TextVector vector = new TextVector();
    /** Bytes of every value, or 0 if each comes behind its length. */
    private final int fixed;

    private @Nullable TextDictionary dictionary;
    private @Nullable ValuesReader values;
    private byte[] page = new byte[0];
    private int at;

    TextPages(ColumnDescriptor column) {
        super(column);
        PrimitiveType type = column.getPrimitiveType();
        this.fixed = type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY
                ? type.getTypeLength()
                : 0;
    }

    @Override
    TextVector vector() {
        return vector;
    }

    @Override
    void clear(int rows) {
        vector.resetBytes(rows);
    }

    @Override
    void dictionary(DictionaryPage dictionaryPage, byte[] bytes, int from) {
        dictionary = TextDictionary.ofPage(bytes, from, dictionaryPage.getDictionarySize(), fixed);
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
        TextDictionary of = requireNonNull(dictionary, "a dictionary page comes first");
        int next = firstNumber;
        if (row > 0 && vector.dictionary() == null) {
            for (int i = row; i < row + count; i++) {
                if (!vector.isAbsent(i)) {
                    int id = numbers[next++];
                    vector.range(i, vector.append(of.data(), of.start(id), of.length(id)), of.length(id));
                }
            }
            return;
        }
        int[] ids = vector.ids(rows, of);
        if (!vector.anyAbsent()) {
            System.arraycopy(numbers, firstNumber, ids, row, count);
            return;
        }
        for (int i = row; i < row + count; i++) {
            ids[i] = vector.isAbsent(i) ? 0 : numbers[next++];
        }
    }

    @Override
    void ofPlain(int row, int count, int rows, int present) {
        if (row == 0 && count == rows) {
            vector.share(page, rows);
            ranges(row, count, 0);
            return;
        }
        ownBytes(row, rows);
        int first = at;
        int last = at;
        for (int i = 0; i < present; i++) {
            last += fixed > 0 ? fixed : Integer.BYTES + (int) INTS.get(page, last);
        }
        ranges(row, count, vector.append(page, first, last - first) - first);
    }

    /** Walks the texts of some rows, which are from {@code at} on in the page and {@code shift} further in the vector. */
    private void ranges(int row, int count, int shift) {
        int next = at;
        for (int i = row; i < row + count; i++) {
            if (!vector.isAbsent(i)) {
                int length = fixed;
                if (fixed == 0) {
                    length = (int) INTS.get(page, next);
                    next += Integer.BYTES;
                }
                vector.range(i, next + shift, length);
                next += length;
            }
        }
        at = next;
    }

    @Override
    void ofOther(int row, int count, int rows) {
        ValuesReader reader = requireNonNull(values, "a page comes first");
        ownBytes(row, rows);
        for (int i = row; i < row + count; i++) {
            if (!vector.isAbsent(i)) {
                byte[] text = reader.readBytes().getBytesUnsafe();
                vector.range(i, vector.append(text, 0, text.length), text.length);
            }
        }
    }

    private void ownBytes(int row, int rows) {
        if (vector.dictionary() == null) {
            vector.keep(rows);
        } else {
            vector.materialise(row, rows);
        }
    }
}
