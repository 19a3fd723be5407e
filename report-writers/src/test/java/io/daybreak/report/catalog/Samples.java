package io.daybreak.report.catalog;

import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.input.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Variations of a sample, one column at a time; a column is named {@code group.column} or {@code header.column}. */
final class Samples {

    private Samples() {}

    static ReportInput without(ReportInput sample, String column) {
        return change(sample, column, value -> null);
    }

    /** The sample with a control character in a text column, or null if the column holds no text in it. */
    static @Nullable ReportInput withControlCharacters(ReportInput sample, String column) {
        boolean[] changed = new boolean[1];
        ReportInput hostile = change(sample, column, value -> {
            if (value instanceof String text) {
                changed[0] = true;
                return text + "\u0002";
            }
            return value;
        });
        return changed[0] ? hostile : null;
    }

    private static ReportInput change(ReportInput sample, String name, UnaryOperator<@Nullable Object> change) {
        String group = name.substring(0, name.indexOf('.'));
        String column = name.substring(name.indexOf('.') + 1);
        Map<String, Object> header = new HashMap<>(sample.header());
        if (group.equals("header")) {
            Object value = change.apply(header.remove(column));
            if (value != null) {
                header.put(column, value);
            }
        }
        List<RecordGroup> groups = new ArrayList<>();
        for (RecordGroup records : sample.groups().values()) {
            groups.add(records.name().equals(group) ? change(records, column, change) : records);
        }
        return ReportInput.of(header, groups);
    }

    private static RecordGroup change(RecordGroup records, String column, UnaryOperator<@Nullable Object> change) {
        int changed = records.columns().indexOf(column);
        List<Row> rows = new ArrayList<>();
        records.rows()
                .forEachRemaining(row -> rows.add(
                        position -> position == changed ? change.apply(row.value(position)) : row.value(position)));
        return new RecordGroup(records.name(), records.columns(), rows.iterator());
    }
}
