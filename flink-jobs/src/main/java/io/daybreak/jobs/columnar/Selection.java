package io.daybreak.jobs.columnar;

import java.util.Arrays;
import java.util.List;

/** The rows of one batch after another that meet all tests. */
final class Selection {
    private final List<RowTest.OfColumn> tests;
    private final boolean[] kept = new boolean[ColumnFileReader.BATCH_ROWS];
    private final int[] rows = new int[ColumnFileReader.BATCH_ROWS];
    private int count;

    Selection(List<RowTest.OfColumn> tests) {
        this.tests = tests;
    }

    /** Chooses the rows of a batch. */
    void of(ColumnBatch batch) {
        int all = batch.rows();
        Arrays.fill(kept, 0, all, true);
        for (RowTest.OfColumn test : tests) {
            test.test().drop(batch.columns()[test.column()], all, kept);
        }
        count = 0;
        for (int row = 0; row < all; row++) {
            rows[count] = row;
            count += kept[row] ? 1 : 0;
        }
    }

    int count() {
        return count;
    }

    int row(int nth) {
        return rows[nth];
    }
}
