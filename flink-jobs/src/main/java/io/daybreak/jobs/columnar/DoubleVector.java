package io.daybreak.jobs.columnar;

/** Statistical and simulated figures. */
public final class DoubleVector extends Vector {

    private double[] values = new double[0];

    /** The value of a present row. */
    public double get(int row) {
        return values[row];
    }

    /** Sets a row's value, after {@link #reset}. */
    public void set(int row, double value) {
        values[row] = value;
    }

    /** Makes room for the rows of a batch. */
    public void reset(int rows) {
        clear(rows);
        if (values.length < rows) {
            values = new double[rows];
        }
    }
}
