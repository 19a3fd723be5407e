package io.daybreak.jobs.columnar;

/** Whole numbers, or dates as days since 1970-01-01. */
public final class IntVector extends Vector {

    private int[] values = new int[0];

    /** The value of a present row. */
    public int get(int row) {
        return values[row];
    }

    /** Sets a row's value, after {@link #reset}. */
    public void set(int row, int value) {
        values[row] = value;
    }

    /** Makes room for the rows of a batch. */
    public void reset(int rows) {
        clear(rows);
        if (values.length < rows) {
            values = new int[rows];
        }
    }
}
