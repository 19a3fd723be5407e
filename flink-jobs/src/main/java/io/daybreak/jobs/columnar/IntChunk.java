package io.daybreak.jobs.columnar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

/**
 * Writes INT32. Scores and dates lie close together: while every value is within {@value #SPREAD} of the chunk's first,
 * they are numbered through a table and written as dictionary numbers; one that is not ends the dictionary.
 */
final class IntChunk extends ChunkWriter {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SPREAD = 4096;

    private final int[] page = new int[PAGE_ROWS];
    private int size;

    private final int[] idOf = new int[2 * SPREAD];
    private final int[] dictionary = new int[2 * SPREAD];
    private int entries;
    private int base;
    private boolean plain;
    private final int[] ids = new int[PAGE_ROWS + Byte.SIZE];

    IntChunk(ColumnDescriptor column, PageCodecs.Compressor compressor) {
        super(column, compressor);
    }

    @Override
    void start(Vector vector) {
        // every vector of numbers is alike
    }

    @Override
    int values(Vector vector, int[] rows, int from, int count) {
        IntVector numbers = (IntVector) vector;
        for (int i = 0; i < count; i++) {
            page[size + i] = numbers.get(rows[from + i]);
        }
        size += count;
        return count;
    }

    @Override
    int pageBytes() {
        return size * Integer.BYTES;
    }

    @Override
    int encodedBound() {
        return 1 + Math.max(size * Integer.BYTES, HybridRuns.bound(Integer.SIZE, size));
    }

    /** Numbers the page's values; a value too far off turns this and the chunk's later pages plain. */
    @Override
    Encoding encoding() {
        if (!plain && entries == 0 && size > 0) {
            base = page[0];
            Arrays.fill(idOf, -1);
        }
        for (int i = 0; i < size && !plain; i++) {
            long offset = (long) page[i] - base + SPREAD;
            if (offset < 0 || offset >= idOf.length) {
                plain = true;
            } else {
                int id = idOf[(int) offset];
                if (id < 0) {
                    id = entries++;
                    idOf[(int) offset] = id;
                    dictionary[id] = page[i];
                }
                ids[i] = id;
            }
        }
        return plain || size == 0 ? Encoding.PLAIN : Encoding.RLE_DICTIONARY;
    }

    @Override
    int encode(byte[] into, int from) {
        int at = from;
        if (plain) {
            for (int i = 0; i < size; i++) {
                INTS.set(into, at, page[i]);
                at += Integer.BYTES;
            }
        } else if (size > 0) {
            int width = TextChunk.width(entries);
            into[at++] = (byte) width;
            Arrays.fill(ids, size, size + Byte.SIZE, 0);
            at = HybridRuns.write(ids, size, width, into, at);
        }
        size = 0;
        return at;
    }

    @Override
    void statistics(Statistics<?> into) {
        if (size == 0) {
            return;
        }
        int smallest = page[0];
        int largest = page[0];
        for (int i = 1; i < size; i++) {
            smallest = Math.min(smallest, page[i]);
            largest = Math.max(largest, page[i]);
        }
        into.updateStats(smallest);
        into.updateStats(largest);
    }

    @Override
    int dictionarySize() {
        return entries;
    }

    @Override
    byte[] dictionaryPage() {
        byte[] bytes = new byte[entries * Integer.BYTES];
        for (int id = 0; id < entries; id++) {
            INTS.set(bytes, id * Integer.BYTES, dictionary[id]);
        }
        entries = 0;
        plain = false;
        return bytes;
    }
}
