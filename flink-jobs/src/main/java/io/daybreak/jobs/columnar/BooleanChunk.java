package io.daybreak.jobs.columnar;

import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

/** Writes truth values, a bit each. */
final class BooleanChunk extends ChunkWriter {

    private final boolean[] page = new boolean[PAGE_ROWS];
    private int size;

    BooleanChunk(ColumnDescriptor column, PageCodecs.Compressor compressor) {
        super(column, compressor);
    }

    @Override
    void start(Vector vector) {
        // every vector of truth values is alike
    }

    @Override
    int values(Vector vector, int[] rows, int from, int count) {
        BooleanVector truths = (BooleanVector) vector;
        for (int i = 0; i < count; i++) {
            page[size + i] = truths.get(rows[from + i]);
        }
        size += count;
        return count;
    }

    @Override
    int pageBytes() {
        return (size + Byte.SIZE - 1) / Byte.SIZE;
    }

    @Override
    int encodedBound() {
        return pageBytes();
    }

    @Override
    int encode(byte[] into, int from) {
        int end = from + pageBytes();
        Arrays.fill(into, from, end, (byte) 0);
        for (int i = 0; i < size; i++) {
            if (page[i]) {
                into[from + i / Byte.SIZE] |= (byte) (1 << (i % Byte.SIZE));
            }
        }
        size = 0;
        return end;
    }

    @Override
    Encoding encoding() {
        return Encoding.PLAIN;
    }

    @Override
    void statistics(Statistics<?> into) {
        for (int i = 0; i < size; i++) {
            into.updateStats(page[i]);
        }
    }
}
