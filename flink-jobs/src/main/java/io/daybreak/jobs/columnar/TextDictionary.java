package io.daybreak.jobs.columnar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts numbered from 0 in the order they were added, kept end to end in one array. Found again by their bytes through
 * open addressing; the index is built on the first search. Not safe for writers beside readers.
 */
public final class TextDictionary {

    /** What a search gives for a text that is not there. */
    public static final int ABSENT = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;
    private static final int FIRST_SLOTS = 16;

    private byte[] data;
    private int used;
    private int[] starts;
    private int[] lengths;
    private int size;
    private int[] slots = new int[0];

    /** An empty dictionary. */
    public TextDictionary() {
        this(new byte[64], 0, new int[FIRST_SLOTS], new int[FIRST_SLOTS], 0);
    }

    private TextDictionary(byte[] data, int used, int[] starts, int[] lengths, int size) {
        this.data = data;
        this.used = used;
        this.starts = starts;
        this.lengths = lengths;
        this.size = size;
    }

    /** A dictionary of some texts. */
    public static TextDictionary of(String... texts) {
        TextDictionary dictionary = new TextDictionary();
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            dictionary.add(utf8, 0, utf8.length);
        }
        return dictionary;
    }

    /**
     * A view of a Parquet dictionary page; its bytes are not copied.
     *
     * @param fixed bytes of each text, or 0 if each comes behind its length in four bytes
     */
    static TextDictionary ofPage(byte[] page, int from, int count, int fixed) {
        int[] starts = new int[count];
        int[] lengths = new int[count];
        int position = from;
        for (int i = 0; i < count; i++) {
            lengths[i] = fixed > 0 ? fixed : (int) INTS.get(page, position);
            starts[i] = fixed > 0 ? position : position + Integer.BYTES;
            position = starts[i] + lengths[i];
        }
        return new TextDictionary(page, page.length, starts, lengths, count);
    }

    /** This dictionary, its index built: from now on it may be searched by many threads, if nothing is added. */
    public TextDictionary indexed() {
        index(slots.length);
        return this;
    }

    /** Number of texts. */
    public int size() {
        return size;
    }

    /** The array a text is in, from {@link #start} for {@link #length} bytes. Valid until the next is added. */
    public byte[] data() {
        return data;
    }

    /** Where a text starts. */
    public int start(int id) {
        return starts[id];
    }

    /** Bytes of a text. */
    public int length(int id) {
        return lengths[id];
    }

    /** Bytes of all texts and, for each, its length in four bytes: what they take in a Parquet page. */
    int pageBytes() {
        return used + Integer.BYTES * size;
    }

    /** A text, decoded. */
    public String text(int id) {
        return new String(data, starts[id], lengths[id], StandardCharsets.UTF_8);
    }

    /** The number of a text, or {@link #ABSENT}. */
    public int find(byte[] bytes, int start, int length) {
        if (slots.length == 0) {
            index(FIRST_SLOTS);
        }
        return slots[slot(bytes, start, length)] - 1;
    }

    /** The number of a text, or {@link #ABSENT}. */
    public int find(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return find(utf8, 0, utf8.length);
    }

    /** The number of a text, given to it now if it has none. */
    public int add(byte[] bytes, int start, int length) {
        if (slots.length == 0 || size * 2 >= slots.length) {
            index(Math.max(FIRST_SLOTS, slots.length * 2));
        }
        int slot = slot(bytes, start, length);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        append(bytes, start, length);
        slots[slot] = size;
        return size - 1;
    }

    private void append(byte[] bytes, int start, int length) {
        if (data.length - used < length) {
            data = Arrays.copyOf(data, Math.max(used + length, Math.addExact(data.length, data.length)));
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        System.arraycopy(bytes, start, data, used, length);
        starts[size] = used;
        lengths[size] = length;
        used += length;
        size++;
    }

    /** The slot that holds a text, or the empty one where it belongs. */
    private int slot(byte[] bytes, int start, int length) {
        int mask = slots.length - 1;
        int slot = (int) hash(bytes, start, length) & mask;
        while (slots[slot] != 0) {
            int id = slots[slot] - 1;
            if (lengths[id] == length
                    && Arrays.equals(data, starts[id], starts[id] + length, bytes, start, start + length)) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void index(int atLeast) {
        int capacity = FIRST_SLOTS;
        while (capacity < atLeast || capacity < size * 2) {
            capacity *= 2;
        }
        slots = new int[capacity];
        for (int id = 0; id < size; id++) {
            int slot = slot(data, starts[id], lengths[id]);
            if (slots[slot] == 0) {
                slots[slot] = id + 1;
            }
        }
    }

    private static long hash(byte[] bytes, int start, int length) {
        long hash = length * MULTIPLIER;
        int at = start;
        int end = start + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        for (; at < end; at++) {
            hash = (hash ^ bytes[at]) * MULTIPLIER;
            hash ^= hash >>> 31;
        }
        hash *= MULTIPLIER;
        return hash ^ hash >>> 32;
    }
}
