package io.daybreak.jobs.columnar;

/** The values of one column in the rows of a batch. Reused from batch to batch. */
public abstract sealed class Vector
        permits TextVector, LongVector, IntVector, DoubleVector, BooleanVector, ListVector, TextListVector {

    private boolean[] absent = new boolean[0];
    private boolean anyAbsent;

    /** Whether a row has no value. */
    public final boolean isAbsent(int row) {
        return anyAbsent && absent[row];
    }

    /** Whether any row of the batch may have no value. */
    public final boolean anyAbsent() {
        return anyAbsent;
    }

    /** Forgets the batch before and makes room; every row is present. */
    void clear(int rows) {
        if (anyAbsent) {
            java.util.Arrays.fill(absent, false);
            anyAbsent = false;
        }
        if (absent.length < rows) {
            absent = new boolean[rows];
        }
    }

    /** Says that a row has no value. */
    final void markAbsent(int row) {
        absent[row] = true;
        anyAbsent = true;
    }
}
