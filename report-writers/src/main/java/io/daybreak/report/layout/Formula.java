package io.daybreak.report.layout;

import java.util.List;

/**
 * A weighted sum of aggregates, such as {@code 5*count(activities) + count(parties) + 2}.
 *
 * @param terms what is added up
 * @param text the formula as the specification wrote it
 */
public record Formula(List<Term> terms, String text) {
    public Formula {
        terms = List.copyOf(terms);
    }

    /** Stands for no aggregate: the weight itself is the term. */
    public static final int CONSTANT = -1;

    /** An aggregate, by position in {@link Layout#aggregates()} or {@link #CONSTANT}, and its weight. */
    public record Term(long weight, int aggregate) {}
}
