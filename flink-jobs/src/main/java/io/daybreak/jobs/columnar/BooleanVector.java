package io.daybreak.jobs.columnar;

/** Truth values. */
public final class BooleanVector extends Vector {

    private boolean[] values = new boolean[0];

    /** The value of a present row. */
    public boolean get(int row) {
        return values[row];
    }

    /** Sets a row's value, after {@link #reset}. */
    public void set(int row, boolean value) {
        values[row] = value;
    }

    /** Makes room for the rows of a batch. */
    public void reset(int rows) {
        clear(rows);
        if (values.length < rows) {
            values = new boolean[rows];
        }
    }
}
