package io.daybreak.report.rules;

import java.util.List;

/** What a rule demands. */
sealed interface Condition {

    /**
     * Two expressions compared.
     *
     * @param operator one of {@code = <= >= < > !=}
     */
    record Comparison(Term left, String operator, Term right) implements Condition {}

    /** Cells without a value, or where it is negated with one. */
    record Empty(Cell cell, boolean negated) implements Condition {}

    /** All of several, or one of them at least. */
    record Several(boolean all, List<Condition> parts) implements Condition {
        public Several {
            parts = List.copyOf(parts);
        }
    }

    /** The contrary. */
    record Not(Condition part) implements Condition {}

    /** One where another holds, otherwise a third. */
    record When(Condition condition, Condition then, Condition otherwise) implements Condition {}

    /** Always or never. */
    record Constant(boolean holds) implements Condition {}
}
