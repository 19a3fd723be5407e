package io.daybreak.jobs.columnar;

/** Lists of texts of a small vocabulary: each row is the set of the vocabulary's entries whose bits it has, in order. */
public final class TextListVector extends Vector {

    private final TextDictionary vocabulary;
    private long[] sets = new long[0];

    /**
     * @param vocabulary at most 64 texts
     * @throws IllegalArgumentException if there are more
     */
    public TextListVector(TextDictionary vocabulary) {
        if (vocabulary.size() > Long.SIZE) {
            throw new IllegalArgumentException(
                    "a vocabulary of " + vocabulary.size() + " texts, at most 64 can be listed");
        }
        this.vocabulary = vocabulary;
    }

    TextDictionary vocabulary() {
        return vocabulary;
    }

    long get(int row) {
        return sets[row];
    }

    /** Sets a row's list to the entries whose bits are set, after {@link #reset}. */
    public void set(int row, long entries) {
        sets[row] = entries;
    }

    /** Makes room for the rows of a batch. */
    public void reset(int rows) {
        clear(rows);
        if (sets.length < rows) {
            sets = new long[rows];
        }
    }
}
