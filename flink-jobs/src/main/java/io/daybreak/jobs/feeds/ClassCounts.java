package io.daybreak.jobs.feeds;

import java.util.Arrays;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.AggregateFunction;

/**
 * A histogram in SQL: {@code class_counts(class, classes)} counts the rows of each class from 0 to classes - 1; a class
 * beyond either end counts to that end, a NULL class to none.
 */
public final class ClassCounts extends AggregateFunction<Integer[], ClassCounts.Counts> {

    private static final long serialVersionUID = 1L;

    /** The accumulator. */
    public static final class Counts {
        public int[] counts = {};
    }

    @Override
    public Counts createAccumulator() {
        return new Counts();
    }

    public void accumulate(Counts counts, Integer rowClass, Integer classes) {
        grow(counts, classes);
        if (rowClass != null) {
            counts.counts[Math.max(0, Math.min(rowClass, classes - 1))]++;
        }
    }

    public void merge(Counts counts, Iterable<Counts> others) {
        for (Counts other : others) {
            grow(counts, other.counts.length);
            for (int i = 0; i < other.counts.length; i++) {
                counts.counts[i] += other.counts[i];
            }
        }
    }

    @Override
    public @DataTypeHint("ARRAY<INT>") Integer[] getValue(Counts counts) {
        return Arrays.stream(counts.counts).boxed().toArray(Integer[]::new);
    }

    private static void grow(Counts counts, int classes) {
        if (counts.counts.length < classes) {
            counts.counts = Arrays.copyOf(counts.counts, classes);
        }
    }
}
