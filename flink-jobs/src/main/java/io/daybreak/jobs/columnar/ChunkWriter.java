package io.daybreak.jobs.columnar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;

/**
 * One column of the row group being written: values gather in a page, full pages are compressed into the chunk's buffer
 * and go to the file together when the row group ends. Buffers are kept from row group to row group.
 */
abstract class ChunkWriter {

    /** Bytes of values at which a page is full. */
    static final int PAGE_BYTES = 1 << 20;
    /** Rows at which a page is full, so that a reader can skip to a page by its statistics. */
    static final int PAGE_ROWS = 32_768;

    private static final int LEVEL_LENGTH_BYTES = 4;

    private record Page(
            int start,
            int length,
            int uncompressed,
            int values,
            int rows,
            Statistics<?> statistics,
            Encoding encoding) {}

    private final ColumnDescriptor column;
    private final PageCodecs.Compressor compressor;
    private final boolean nullable;
    private final List<Page> pages = new ArrayList<>();
    private byte[] chunk = new byte[1 << 16];
    private int chunkSize;
    private byte[] assembled = new byte[1 << 16];

    private final int[] present = new int[PAGE_ROWS + Byte.SIZE];
    private int pageRows;
    private int pageAbsent;

    ChunkWriter(ColumnDescriptor column, PageCodecs.Compressor compressor) {
        this.column = column;
        this.compressor = compressor;
        this.nullable = column.getMaxDefinitionLevel() > 0;
    }

    /** Appends chosen rows of a vector. */
    final void append(Vector vector, int[] rows, int count) throws IOException {
        start(vector);
        int done = 0;
        while (done < count) {
            int take = Math.min(count - done, PAGE_ROWS - pageRows);
            if (vector.anyAbsent() || pageAbsent > 0) {
                take = appendWithAbsent(vector, rows, done, take);
            } else {
                take = values(vector, rows, done, take);
            }
            done += take;
            pageRows += take;
            if (pageRows == PAGE_ROWS || pageBytes() >= PAGE_BYTES) {
                endPage();
            }
        }
    }

    /** Rows one by one, since some have no value; stops when the page is full. */
    private int appendWithAbsent(Vector vector, int[] rows, int from, int count) {
        if (pageAbsent == 0) {
            Arrays.fill(present, 0, pageRows, 1);
        }
        for (int i = 0; i < count; i++) {
            int row = rows[from + i];
            if (vector.isAbsent(row)) {
                if (!nullable) {
                    throw new IllegalStateException("column " + column + " has a row without a value");
                }
                present[pageRows + i] = 0;
                pageAbsent++;
            } else {
                present[pageRows + i] = 1;
                values(vector, rows, from + i, 1);
                if (pageBytes() >= PAGE_BYTES) {
                    return i + 1;
                }
            }
        }
        return count;
    }

    /** Gets ready for a vector's rows. */
    abstract void start(Vector vector) throws IOException;

    /**
     * Adds present rows to the page.
     *
     * @return how many it took before the page was full
     */
    abstract int values(Vector vector, int[] rows, int from, int count);

    /** Bytes of values in the page. */
    abstract int pageBytes();

    /** Most bytes {@link #encode} can write. */
    abstract int encodedBound();

    /** Writes the page's values and forgets them; returns the first byte behind. */
    abstract int encode(byte[] into, int from);

    /** How {@link #encode} writes the page at hand. */
    abstract Encoding encoding();

    /** Smallest and largest value of the page at hand. */
    abstract void statistics(Statistics<?> into);

    /** Texts of the dictionary's page, or 0 if the chunk has none. */
    int dictionarySize() {
        return 0;
    }

    /** The dictionary's page; forgotten with it. */
    byte[] dictionaryPage() {
        return new byte[0];
    }

    /** Ends the page at hand, if there is one. */
    final void endPage() throws IOException {
        if (pageRows == 0) {
            return;
        }
        Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
        statistics(statistics);
        statistics.incrementNumNulls(pageAbsent);
        writePage(statistics);
        pageRows = 0;
        pageAbsent = 0;
    }

    /** Adds the page at hand; a column of more than one value a row does it its own way. */
    void writePage(Statistics<?> statistics) throws IOException {
        int bound = LEVEL_LENGTH_BYTES + HybridRuns.bound(1, pageRows) + encodedBound();
        byte[] page = assembly(bound);
        int at = 0;
        if (nullable) {
            if (pageAbsent == 0) {
                Arrays.fill(present, 0, pageRows, 1);
            }
            Arrays.fill(present, pageRows, pageRows + Byte.SIZE, 0);
            at = levels(present, pageRows, 1, page, 0);
        }
        Encoding encoding = encoding();
        int length = encode(page, at);
        addPage(page, length, pageRows, pageRows, statistics, encoding);
    }

    final byte[] assembly(int bound) {
        if (assembled.length < bound) {
            assembled = new byte[Math.max(bound, assembled.length * 2)];
        }
        return assembled;
    }

    /** Levels behind their length in four bytes. */
    static int levels(int[] levels, int count, int width, byte[] into, int from) {
        int end = HybridRuns.write(levels, count, width, into, from + LEVEL_LENGTH_BYTES);
        int length = end - from - LEVEL_LENGTH_BYTES;
        for (int i = 0; i < LEVEL_LENGTH_BYTES; i++) {
            into[from + i] = (byte) (length >>> (i * Byte.SIZE));
        }
        return end;
    }

    final void addPage(byte[] page, int length, int values, int rows, Statistics<?> statistics, Encoding encoding)
            throws IOException {
        int bound = compressor.bound(length);
        if (chunk.length - chunkSize < bound) {
            chunk = Arrays.copyOf(chunk, Math.max(chunkSize + bound, chunk.length * 2));
        }
        int compressed = compressor.compress(page, length, chunk, chunkSize);
        pages.add(new Page(chunkSize, compressed, length, values, rows, statistics, encoding));
        chunkSize += compressed;
    }

    /** Bytes the chunk holds by now. */
    final long buffered() {
        return chunkSize + (long) pageBytes();
    }

    /** Writes the column's part of the row group, and starts anew. */
    final void writeTo(ParquetFileWriter file) throws IOException {
        endPage();
        long values = 0;
        for (Page page : pages) {
            values += page.values();
        }
        file.startColumn(column, values, compressor.codec());
        int entries = dictionarySize();
        if (entries > 0) {
            byte[] dictionary = dictionaryPage();
            byte[] compressed = new byte[compressor.bound(dictionary.length)];
            int length = compressor.compress(dictionary, dictionary.length, compressed, 0);
            file.writeDictionaryPage(new DictionaryPage(
                    BytesInput.from(compressed, 0, length), dictionary.length, entries, Encoding.PLAIN));
        }
        for (Page page : pages) {
            file.writeDataPage(
                    page.values(),
                    page.uncompressed(),
                    BytesInput.from(chunk, page.start(), page.length()),
                    page.statistics(),
                    page.rows(),
                    Encoding.RLE,
                    Encoding.RLE,
                    page.encoding());
        }
        file.endColumn();
        pages.clear();
        chunkSize = 0;
    }
}
