package io.daybreak.report.input;

import org.jspecify.annotations.Nullable;

/** One record of a group: values by position, in the order of its {@link RecordGroup#columns()}. */
@FunctionalInterface
public interface Row {

    /** The value at a position, or null where the record has none. */
    @Nullable Object value(int position);

    /** A row over an array; the array is not copied. */
    static Row of(@Nullable Object... values) {
        return position -> values[position];
    }
}
