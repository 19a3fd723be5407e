package io.daybreak.jobs.columnar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

/** Writes INT64, eight bytes each: amounts, timestamps and counts seldom repeat enough for a dictionary. */
final class LongChunk extends ChunkWriter {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] page = new long[PAGE_ROWS];
    private int size;

    LongChunk(ColumnDescriptor column, PageCodecs.Compressor compressor) {
        super(column, compressor);
    }

    @Override
    void start(Vector vector) {
        // every vector of numbers is alike
    }

    @Override
    int values(Vector vector, int[] rows, int from, int count) {
        LongVector numbers = (LongVector) vector;
        for (int i = 0; i < count; i++) {
            page[size + i] = numbers.get(rows[from + i]);
        }
        size += count;
        return count;
    }

    @Override
    int pageBytes() {
        return size * Long.BYTES;
    }

    @Override
    int encodedBound() {
        return size * Long.BYTES;
    }

    @Override
    int encode(byte[] into, int from) {
        int at = from;
        for (int i = 0; i < size; i++) {
            LONGS.set(into, at, page[i]);
            at += Long.BYTES;
        }
        size = 0;
        return at;
    }

    @Override
    Encoding encoding() {
        return Encoding.PLAIN;
    }

    @Override
    void statistics(Statistics<?> into) {
        if (size == 0) {
            return;
        }
        long smallest = page[0];
        long largest = page[0];
        for (int i = 1; i < size; i++) {
            smallest = Math.min(smallest, page[i]);
            largest = Math.max(largest, page[i]);
        }
        into.updateStats(smallest);
        into.updateStats(largest);
    }
}
