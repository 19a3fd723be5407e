package io.daybreak.report.layout;

import java.math.BigDecimal;
import java.util.List;

/** Running values of a layout's aggregates. */
final class Totals {

    private final List<Aggregate> aggregates;
    private final BigDecimal[] sums;
    private final long[] counts;
    private final int[][] ofGroup;
    private final int[][] inScope;

    Totals(List<Aggregate> aggregates, int groups) {
        this.aggregates = aggregates;
        this.sums = new BigDecimal[aggregates.size()];
        this.counts = new long[aggregates.size()];
        java.util.Arrays.fill(sums, BigDecimal.ZERO);
        this.ofGroup = new int[groups][];
        this.inScope = new int[groups][];
        for (int group = 0; group < groups; group++) {
            int wanted = group;
            ofGroup[group] = positions(aggregate -> aggregate.group() == wanted);
            inScope[group] = positions(aggregate -> aggregate.scope() == wanted);
        }
    }

    private int[] positions(java.util.function.Predicate<Aggregate> which) {
        return java.util.stream.IntStream.range(0, aggregates.size())
                .filter(i -> which.test(aggregates.get(i)))
                .toArray();
    }

    /** A new file begins. */
    void restartFile() {
        for (int i = 0; i < sums.length; i++) {
            if (aggregates.get(i).scope() == Aggregate.FILE) {
                reset(i);
            }
        }
    }

    /** The cursor of a group has moved to a row. */
    void advanced(int group, GroupCursor cursor) {
        for (int i : inScope[group]) {
            reset(i);
        }
        for (int i : ofGroup[group]) {
            add(i, cursor);
        }
    }

    private void reset(int i) {
        sums[i] = BigDecimal.ZERO;
        counts[i] = 0;
    }

    private void add(int i, GroupCursor cursor) {
        Aggregate aggregate = aggregates.get(i);
        Condition condition = aggregate.condition();
        if (condition != null
                && !condition.holds(cursor.value(condition.column().column()))) {
            return;
        }
        ColumnRef column = aggregate.column();
        if (column == null) {
            counts[i]++;
            return;
        }
        Object value = cursor.value(column.column());
        if (value instanceof BigDecimal decimal) {
            sums[i] = sums[i].add(decimal);
        } else if (value instanceof Number number) {
            sums[i] = sums[i].add(BigDecimal.valueOf(number.longValue()));
        }
    }

    /** The value so far. */
    BigDecimal value(Formula formula) {
        BigDecimal value = BigDecimal.ZERO;
        for (Formula.Term term : formula.terms()) {
            BigDecimal weight = BigDecimal.valueOf(term.weight());
            value = value.add(
                    term.aggregate() == Formula.CONSTANT
                            ? weight
                            : value(term.aggregate()).multiply(weight));
        }
        return value;
    }

    private BigDecimal value(int i) {
        return aggregates.get(i).column() == null ? BigDecimal.valueOf(counts[i]) : sums[i];
    }
}
