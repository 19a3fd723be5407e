package io.daybreak.jobs.columnar;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Writes texts. A vector of dictionary numbers is renumbered into the chunk's own dictionary, one look-up per entry and
 * source dictionary; a vector of byte ranges says that a dictionary did not pay where it came from, so it is written
 * plain, as is everything behind it in the chunk.
 */
final class TextChunk extends ChunkWriter {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int DICTIONARY_BYTES = 1 << 20;
    private static final int UNKNOWN = -1;

    private TextDictionary dictionary = new TextDictionary();
    private boolean plain;

    /** The dictionary the last vector was numbered by, and this chunk's number of each of its entries. */
    private @Nullable TextDictionary source;

    private int[] renumbered = new int[0];

    private final int[] ids = new int[PAGE_ROWS + Byte.SIZE];
    private int size;

    /** Texts behind their length, as the page has them, and where its smallest and largest start. */
    private byte[] page = new byte[1 << 16];

    private int pageSize;
    private int smallest;
    private int largest;

    private int pageNumber;
    private int[] seenInPage = new int[16];

    TextChunk(ColumnDescriptor column, PageCodecs.Compressor compressor) {
        super(column, compressor);
    }

    /** Bits of the numbers of so many entries. */
    static int width(int entries) {
        return entries <= 1 ? 1 : Integer.SIZE - Integer.numberOfLeadingZeros(entries - 1);
    }

    @Override
    void start(Vector vector) throws IOException {
        TextDictionary of = ((TextVector) vector).dictionary();
        if (of == null || dictionary.pageBytes() > DICTIONARY_BYTES) {
            if (!plain) {
                endPage();
                plain = true;
            }
        } else if (of != source) {
            source = of;
            if (renumbered.length < of.size()) {
                renumbered = new int[of.size()];
            }
            Arrays.fill(renumbered, 0, of.size(), UNKNOWN);
        }
    }

    @Override
    int values(Vector vector, int[] rows, int from, int count) {
        TextVector texts = (TextVector) vector;
        return plain ? plain(texts, rows, from, count) : numbers(texts, rows, from, count);
    }

    private int numbers(TextVector texts, int[] rows, int from, int count) {
        for (int i = 0; i < count; i++) {
            int theirs = texts.id(rows[from + i]);
            if (theirs >= renumbered.length) {
                growRenumbered(theirs);
            }
            int ours = renumbered[theirs];
            if (ours == UNKNOWN) {
                TextDictionary of = java.util.Objects.requireNonNull(source);
                ours = dictionary.add(of.data(), of.start(theirs), of.length(theirs));
                renumbered[theirs] = ours;
            }
            ids[size + i] = ours;
        }
        size += count;
        return count;
    }

    /** The source's dictionary has grown since {@link #start}. */
    private void growRenumbered(int theirs) {
        int before = renumbered.length;
        renumbered = Arrays.copyOf(renumbered, Math.max(theirs + 1, before * 2));
        Arrays.fill(renumbered, before, renumbered.length, UNKNOWN);
    }

    private int plain(TextVector texts, int[] rows, int from, int count) {
        byte[] data = texts.data();
        for (int i = 0; i < count; i++) {
            int row = rows[from + i];
            int length = texts.length(row);
            if (page.length - pageSize < length + Integer.BYTES) {
                page = Arrays.copyOf(page, Math.max(pageSize + length + Integer.BYTES, page.length * 2));
            }
            int at = pageSize + Integer.BYTES;
            INTS.set(page, pageSize, length);
            System.arraycopy(data, texts.start(row), page, at, length);
            if (size == 0) {
                smallest = at;
                largest = at;
            } else if (compare(at, smallest) < 0) {
                smallest = at;
            } else if (compare(at, largest) > 0) {
                largest = at;
            }
            pageSize = at + length;
            size++;
            if (pageSize >= PAGE_BYTES) {
                return i + 1;
            }
        }
        return count;
    }

    /** Unsigned order of two texts of the page. */
    private int compare(int a, int b) {
        int lengthOfA = (int) INTS.get(page, a - Integer.BYTES);
        int lengthOfB = (int) INTS.get(page, b - Integer.BYTES);
        return Arrays.compareUnsigned(page, a, a + lengthOfA, page, b, b + lengthOfB);
    }

    @Override
    int pageBytes() {
        return plain ? pageSize : size * Short.BYTES;
    }

    @Override
    int encodedBound() {
        return plain ? pageSize : 1 + HybridRuns.bound(Integer.SIZE, size);
    }

    @Override
    Encoding encoding() {
        return plain || size == 0 ? Encoding.PLAIN : Encoding.RLE_DICTIONARY;
    }

    @Override
    int encode(byte[] into, int from) {
        int at = from;
        if (plain) {
            System.arraycopy(page, 0, into, at, pageSize);
            at += pageSize;
            pageSize = 0;
        } else if (size > 0) {
            int width = width(dictionary.size());
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
        if (plain) {
            into.updateStats(binary(page, smallest, (int) INTS.get(page, smallest - Integer.BYTES)));
            into.updateStats(binary(page, largest, (int) INTS.get(page, largest - Integer.BYTES)));
            return;
        }
        pageNumber++;
        if (seenInPage.length < dictionary.size()) {
            seenInPage = Arrays.copyOf(seenInPage, Math.max(dictionary.size(), seenInPage.length * 2));
        }
        int least = ids[0];
        int most = ids[0];
        for (int i = 0; i < size; i++) {
            int id = ids[i];
            if (seenInPage[id] != pageNumber) {
                seenInPage[id] = pageNumber;
                least = compareEntries(id, least) < 0 ? id : least;
                most = compareEntries(id, most) > 0 ? id : most;
            }
        }
        into.updateStats(binary(dictionary.data(), dictionary.start(least), dictionary.length(least)));
        into.updateStats(binary(dictionary.data(), dictionary.start(most), dictionary.length(most)));
    }

    private int compareEntries(int a, int b) {
        byte[] data = dictionary.data();
        return Arrays.compareUnsigned(
                data,
                dictionary.start(a),
                dictionary.start(a) + dictionary.length(a),
                data,
                dictionary.start(b),
                dictionary.start(b) + dictionary.length(b));
    }

    private static Binary binary(byte[] bytes, int from, int length) {
        return Binary.fromConstantByteArray(Arrays.copyOfRange(bytes, from, from + length));
    }

    @Override
    int dictionarySize() {
        if (dictionary.size() == 0) {
            plain = false;
        }
        return dictionary.size();
    }

    @Override
    byte[] dictionaryPage() {
        byte[] bytes = plainPage(dictionary);
        dictionary = new TextDictionary();
        source = null;
        plain = false;
        return bytes;
    }

    /** A dictionary as its page has it: each text behind its length. */
    static byte[] plainPage(TextDictionary dictionary) {
        byte[] bytes = new byte[dictionary.pageBytes()];
        int at = 0;
        for (int id = 0; id < dictionary.size(); id++) {
            int length = dictionary.length(id);
            INTS.set(bytes, at, length);
            System.arraycopy(dictionary.data(), dictionary.start(id), bytes, at + Integer.BYTES, length);
            at += Integer.BYTES + length;
        }
        return bytes;
    }
}
