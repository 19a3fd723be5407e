package io.daybreak.report.layout;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a part of a layout is written.
 *
 * @param column the column asked
 * @param negated whether the answer is turned round
 * @param values the texts that satisfy it; empty asks only whether there is a value other than false
 */
public record Condition(ColumnRef column, boolean negated, Set<String> values) {

    /** Whether a value of the column satisfies the condition. */
    public boolean holds(@Nullable Object value) {
        boolean there =
                value != null && (values.isEmpty() ? !Boolean.FALSE.equals(value) : values.contains(value.toString()));
        return there != negated;
    }
}
