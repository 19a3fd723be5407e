package io.daybreak.jobs.columnar;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts in UTF-8. Either every present row is the number of an entry of one dictionary, or every present row is a range
 * of bytes; {@link #dictionary} says which.
 */
public final class TextVector extends Vector {

    private static final byte[] NOTHING = new byte[0];

    private @Nullable TextDictionary dictionary;
    private int[] ids = new int[0];

    private byte[] data = NOTHING;
    private byte[] own = NOTHING;
    private int ownUsed;
    private int[] starts = new int[0];
    private int[] lengths = new int[0];

    /** The dictionary {@link #id} refers to, if the rows are numbers. */
    public @Nullable TextDictionary dictionary() {
        return dictionary;
    }

    /** The dictionary number of a present row, where there is a dictionary. */
    public int id(int row) {
        return ids[row];
    }

    /** The array the text of a row is in. */
    public byte[] data() {
        return dictionary == null ? data : dictionary.data();
    }

    /** Where the text of a present row starts. */
    public int start(int row) {
        return dictionary == null ? starts[row] : dictionary.start(ids[row]);
    }

    /** Bytes of the text of a present row. */
    public int length(int row) {
        return dictionary == null ? lengths[row] : dictionary.length(ids[row]);
    }

    /** Makes room for rows that are numbers of a dictionary's entries. */
    public void reset(int rows, TextDictionary of) {
        resetBytes(rows);
        dictionary = of;
        if (ids.length < rows) {
            ids = new int[rows];
        }
    }

    /** Sets a row to a dictionary's entry, after {@link #reset}. */
    public void set(int row, int id) {
        ids[row] = id;
    }

    /** Makes room for rows that are ranges of bytes. */
    void resetBytes(int rows) {
        clear(rows);
        dictionary = null;
        data = NOTHING;
        ownUsed = 0;
    }

    /** Room for numbers; the caller fills it. */
    int[] ids(int rows, TextDictionary of) {
        dictionary = of;
        if (ids.length < rows) {
            ids = Arrays.copyOf(ids, rows);
        }
        return ids;
    }

    /** Lets rows be ranges of an array that will not change while the batch is in use. */
    void share(byte[] bytes, int rows) {
        data = bytes;
        room(rows);
    }

    /** Lets rows be ranges of this vector's own array, keeping what was appended to it in this batch. */
    void keep(int rows) {
        room(rows);
        data = own;
    }

    void range(int row, int start, int length) {
        starts[row] = start;
        lengths[row] = length;
    }

    /** Copies bytes to the end of this vector's own array and says where they went. */
    int append(byte[] bytes, int start, int length) {
        if (own.length - ownUsed < length) {
            own = Arrays.copyOf(own, Math.max(ownUsed + length, own.length * 2));
        }
        System.arraycopy(bytes, start, own, ownUsed, length);
        int at = ownUsed;
        ownUsed += length;
        data = own;
        return at;
    }

    /** Turns rows that were numbers into ranges of bytes: the column's pages went on without the dictionary. */
    void materialise(int rowsSoFar, int rows) {
        TextDictionary from = requireNonNull(dictionary, "rows are ranges of bytes already");
        dictionary = null;
        room(rows);
        for (int row = 0; row < rowsSoFar; row++) {
            if (!isAbsent(row)) {
                int id = ids[row];
                range(row, append(from.data(), from.start(id), from.length(id)), from.length(id));
            }
        }
        data = own;
    }

    private void room(int rows) {
        if (starts.length < rows) {
            starts = Arrays.copyOf(starts, rows);
            lengths = Arrays.copyOf(lengths, rows);
        }
    }
}
