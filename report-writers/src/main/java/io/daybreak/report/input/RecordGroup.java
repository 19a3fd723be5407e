package io.daybreak.report.input;

import java.util.Iterator;
import java.util.List;

/**
 * The records of one group, read once, in order.
 *
 * <p>Columns may come in any order and be more than the format reads. The iterator may hand out the same {@link Row} object again and again: a
 * row is read before the next one is asked for.
 */
public record RecordGroup(String name, List<String> columns, Iterator<? extends Row> rows) {
    public RecordGroup {
        columns = List.copyOf(columns);
        if (columns.stream().distinct().count() != columns.size()) {
            throw new IllegalArgumentException("group '" + name + "' names a column twice: " + columns);
        }
    }
}
