package io.daybreak.jobs.columnar;

/** Whole numbers, decimals as their unscaled value, or timestamps as microseconds since 1970-01-01 UTC. */
public final class LongVector extends Vector {

    private long[] values = new long[0];

    /** The value of a present row. */
    public long get(int row) {
        return values[row];
    }

    /** Sets a row's value, after {@link #reset}. */
    public void set(int row, long value) {
        values[row] = value;
    }

    /** Makes room for the rows of a batch. */
    public void reset(int rows) {
        clear(rows);
        if (values.length < rows) {
            values = new long[rows];
        }
    }
}
