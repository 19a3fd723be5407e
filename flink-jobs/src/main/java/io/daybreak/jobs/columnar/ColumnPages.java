package io.daybreak.jobs.columnar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * The pages of one column, row group after row group, handed out as vectors of any number of rows. Of a column of lists
 * the rows here are the elements, see {@link ListPages}.
 */
abstract class ColumnPages {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** How the values of a page are held. */
    enum Form {
        /** Numbers of the row group's dictionary. */
        DICTIONARY,
        /** As the PLAIN encoding has them. */
        PLAIN,
        /** Through parquet-java's reader of that encoding. */
        OTHER
    }

    private final ColumnDescriptor column;
    private @org.jspecify.annotations.Nullable PageReader pages;

    private int rowsLeft;
    private int rowInPage;
    private int valueInPage;
    private boolean[] present = new boolean[0];
    private boolean allPresent;
    private int[] definition = new int[0];
    private int[] repetition = new int[0];

    /** Dictionary numbers of the page, where it has them. */
    private int[] ids = new int[0];

    private Form form = Form.PLAIN;

    ColumnPages(ColumnDescriptor column) {
        this.column = column;
    }

    /** Goes on with the column's pages of another row group. */
    final void start(PageReader rowGroup) {
        pages = rowGroup;
        rowsLeft = 0;
        DictionaryPage page = rowGroup.readDictionaryPage();
        try {
            if (page != null) {
                ByteBuffer buffer = page.getBytes().toByteBuffer();
                dictionary(page, PageBytes.of(buffer), PageBytes.start(buffer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills the vector with the next rows; the row group has them. */
    final void read(int rows) {
        clear(rows);
        int done = 0;
        while (done < rows) {
            if (rowsLeft == 0) {
                nextPage();
            }
            int take = Math.min(rows - done, rowsLeft);
            int values = take;
            if (!allPresent) {
                for (int i = 0; i < take; i++) {
                    if (!present[rowInPage + i]) {
                        vector().markAbsent(done + i);
                        values--;
                    }
                }
            }
            switch (form) {
                case DICTIONARY -> ofDictionary(ids, valueInPage, done, take, rows);
                case PLAIN -> ofPlain(done, take, rows, values);
                case OTHER -> ofOther(done, take, rows);
            }
            done += take;
            rowsLeft -= take;
            rowInPage += take;
            valueInPage += values;
        }
    }

    /** What {@link #read} fills. */
    abstract Vector vector();

    abstract void clear(int rows);

    abstract void dictionary(DictionaryPage page, byte[] bytes, int from) throws IOException;

    /** A page of plain values starts. */
    abstract void plain(byte[] bytes, int from, int end);

    /** A page in another encoding starts. */
    abstract void other(ValuesReader values);

    abstract void ofDictionary(int[] numbers, int firstNumber, int row, int count, int rows);

    abstract void ofPlain(int row, int count, int rows, int values);

    abstract void ofOther(int row, int count, int rows);

    /** Opens the next page and says how many rows it has. */
    final int nextPage() {
        PageReader from = pages;
        DataPage page = from == null ? null : from.readPage();
        if (page == null) {
            throw new ParquetDecodingException("column " + column + " ends before its row group does");
        }
        rowInPage = 0;
        valueInPage = 0;
        rowsLeft = page.getValueCount();
        try {
            if (page instanceof DataPageV1 v1) {
                start(v1);
            } else {
                start((DataPageV2) page);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rowsLeft;
    }

    /** Definition levels of the page at hand, if a value or list may be missing. */
    final int[] definition() {
        return definition;
    }

    /** Repetition levels of the page at hand of a column of lists. */
    final int[] repetition() {
        return repetition;
    }

    private void start(DataPageV1 page) throws IOException {
        ByteBuffer buffer = page.getBytes().toByteBuffer();
        byte[] bytes = PageBytes.of(buffer);
        int at = PageBytes.start(buffer);
        int end = at + buffer.remaining();
        int count = page.getValueCount();
        allPresent = column.getMaxDefinitionLevel() == 0;
        if (column.getMaxRepetitionLevel() > 0) {
            checkLevels(page.getRlEncoding());
            int length = (int) INTS.get(bytes, at);
            at += Integer.BYTES;
            repetition = room(repetition, count);
            HybridRuns.read(bytes, at, at + length, 1, repetition, count);
            at += length;
        }
        if (!allPresent) {
            checkLevels(page.getDlEncoding());
            int length = (int) INTS.get(bytes, at);
            at += Integer.BYTES;
            levels(bytes, at, at + length, count);
            at += length;
        }
        values(page.getValueEncoding(), bytes, at, end);
    }

    private void start(DataPageV2 page) throws IOException {
        int count = page.getValueCount();
        if (column.getMaxRepetitionLevel() > 0) {
            ByteBuffer levels = page.getRepetitionLevels().toByteBuffer();
            int at = PageBytes.start(levels);
            repetition = room(repetition, count);
            HybridRuns.read(PageBytes.of(levels), at, at + levels.remaining(), 1, repetition, count);
        }
        allPresent =
                column.getMaxDefinitionLevel() == 0 || page.getNullCount() == 0 && column.getMaxRepetitionLevel() == 0;
        if (!allPresent) {
            ByteBuffer levels = page.getDefinitionLevels().toByteBuffer();
            int at = PageBytes.start(levels);
            levels(PageBytes.of(levels), at, at + levels.remaining(), count);
        }
        ByteBuffer buffer = page.getData().toByteBuffer();
        int at = PageBytes.start(buffer);
        values(page.getDataEncoding(), PageBytes.of(buffer), at, at + buffer.remaining());
    }

    private void checkLevels(Encoding encoding) {
        if (encoding != Encoding.RLE) {
            throw new ParquetDecodingException("column " + column + ": levels in " + encoding + ", RLE is read");
        }
    }

    private void levels(byte[] bytes, int from, int end, int count) {
        int most = column.getMaxDefinitionLevel();
        definition = room(definition, count);
        if (present.length < count) {
            present = new boolean[definition.length];
        }
        HybridRuns.read(bytes, from, end, TextChunk.width(most + 1), definition, count);
        boolean all = true;
        for (int i = 0; i < count; i++) {
            present[i] = definition[i] == most;
            all &= present[i];
        }
        allPresent = all;
    }

    private static int[] room(int[] levels, int count) {
        return levels.length < count + Byte.SIZE ? new int[count + Byte.SIZE] : levels;
    }

    private void values(Encoding encoding, byte[] bytes, int from, int end) throws IOException {
        int count = allPresent ? rowsLeft : countPresent();
        if (encoding.usesDictionary()) {
            form = Form.DICTIONARY;
            int width = count == 0 ? 0 : bytes[from];
            ids = room(ids, count);
            if (width == 0) {
                Arrays.fill(ids, 0, count, 0);
            } else {
                HybridRuns.read(bytes, from + 1, end, width, ids, count);
            }
        } else if (encoding == Encoding.PLAIN) {
            form = Form.PLAIN;
            plain(bytes, from, end);
        } else {
            form = Form.OTHER;
            ValuesReader values = encoding.getValuesReader(column, ValuesType.VALUES);
            values.initFromPage(count, ByteBufferInputStream.wrap(ByteBuffer.wrap(bytes, from, end - from)));
            other(values);
        }
    }

    private int countPresent() {
        int count = 0;
        for (int i = 0; i < rowsLeft; i++) {
            count += present[i] ? 1 : 0;
        }
        return count;
    }
}
