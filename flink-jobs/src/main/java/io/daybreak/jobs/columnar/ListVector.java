package io.daybreak.jobs.columnar;

/** Lists of values, each a range of one vector of elements. Read only. */
public final class ListVector extends Vector {

    private final Vector elements;
    private int[] firsts = new int[0];
    private int[] counts = new int[0];

    ListVector(Vector elements) {
        this.elements = elements;
    }

    /** The elements of every list, one list behind the other. */
    public Vector elements() {
        return elements;
    }

    /** Position of the first element of a present row's list. */
    public int first(int row) {
        return firsts[row];
    }

    /** Number of elements of a present row's list. */
    public int count(int row) {
        return counts[row];
    }

    void reset(int rows) {
        clear(rows);
        if (firsts.length < rows) {
            firsts = new int[rows];
            counts = new int[rows];
        }
    }

    void range(int row, int first, int count) {
        firsts[row] = first;
        counts[row] = count;
    }
}
