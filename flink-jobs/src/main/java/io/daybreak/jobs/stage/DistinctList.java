package io.daybreak.jobs.stage;

import java.util.Arrays;
import org.apache.flink.table.functions.AggregateFunction;
import org.jspecify.annotations.Nullable;

/**
 * The distinct texts of a group in ascending order, joined by commas. LISTAGG gives them in the order rows happen to
 * arrive, so that a rerun would differ.
 */
public final class DistinctList extends AggregateFunction<String, DistinctList.Texts> {

    private static final long serialVersionUID = 1L;

    /** The accumulator: what was seen so far, ascending. */
    public static final class Texts {
        public String[] values = new String[0];
    }

    @Override
    public Texts createAccumulator() {
        return new Texts();
    }

    public void accumulate(Texts texts, @Nullable String value) {
        if (value != null) {
            add(texts, value);
        }
    }

    public void merge(Texts texts, Iterable<Texts> others) {
        for (Texts other : others) {
            for (String value : other.values) {
                add(texts, value);
            }
        }
    }

    @Override
    public String getValue(Texts texts) {
        return String.join(",", texts.values);
    }

    private static void add(Texts texts, String value) {
        int at = Arrays.binarySearch(texts.values, value);
        if (at >= 0) {
            return;
        }
        int insertion = -at - 1;
        String[] more = new String[texts.values.length + 1];
        System.arraycopy(texts.values, 0, more, 0, insertion);
        more[insertion] = value;
        System.arraycopy(texts.values, insertion, more, insertion + 1, texts.values.length - insertion);
        texts.values = more;
    }
}
