package io.daybreak.jobs.reports;

import io.daybreak.report.input.Column;
import io.daybreak.report.input.ColumnType;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.InputModel;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a report's queries into what its writer reads: typed, and children in the order of their parents. */
final class ReportRecords {

    private final InputModel input;
    private final Map<String, ReportQueries.Rows> byGroup;

    /** @param byGroup rows by group name, {@value ReportQuery#HEADER} among them */
    ReportRecords(InputModel input, Map<String, ReportQueries.Rows> byGroup) {
        this.input = input;
        this.byGroup = Map.copyOf(byGroup);
    }

    /** Whether a group of the report itself has a record, and there is a header where one is needed. */
    boolean any() {
        ReportQueries.Rows header = byGroup.get(ReportQuery.HEADER);
        boolean headed =
                input.header().isEmpty() || header != null && !header.values().isEmpty();
        return headed
                && input.groups().stream()
                        .filter(group -> group.parent().isEmpty())
                        .anyMatch(group -> byGroup.containsKey(group.name())
                                && !byGroup.get(group.name()).values().isEmpty());
    }

    /** Records of the report's outermost groups. */
    long count() {
        return input.groups().stream()
                .filter(group -> group.parent().isEmpty() && byGroup.containsKey(group.name()))
                .mapToLong(group -> byGroup.get(group.name()).values().size())
                .sum();
    }

    ReportInput input() {
        Map<String, Object> header = new HashMap<>();
        ReportQueries.Rows row = byGroup.get(ReportQuery.HEADER);
        if (row != null && !row.values().isEmpty()) {
            for (Column column : input.header()) {
                Object value =
                        value(column.type(), row.values().get(0)[row.columns().indexOf(column.name())]);
                if (value != null) {
                    header.put(column.name(), value);
                }
            }
        }
        List<RecordGroup> groups = new ArrayList<>();
        for (GroupModel group : input.groups()) {
            ReportQueries.Rows rows = byGroup.get(group.name());
            if (rows != null) {
                groups.add(group(group, rows));
            }
        }
        return ReportInput.of(header, groups);
    }

    private RecordGroup group(GroupModel group, ReportQueries.Rows rows) {
        List<String> order = new ArrayList<>(chain(group));
        rows.columns().stream().filter(column -> !order.contains(column)).forEach(order::add);
        int[] positions = order.stream().mapToInt(rows.columns()::indexOf).toArray();
        List<String[]> sorted = new ArrayList<>(rows.values());
        sorted.sort(byCells(positions));
        List<ColumnType> types = rows.columns().stream()
                .map(name -> group.indexOf(name) < 0
                        ? ColumnType.STRING
                        : group.columns().get(group.indexOf(name)).type())
                .toList();
        return new RecordGroup(
                group.name(),
                rows.columns(),
                sorted.stream()
                        .map(cells ->
                                (io.daybreak.report.input.Row) position -> value(types.get(position), cells[position]))
                        .iterator());
    }

    /** The key columns of the groups above, outermost first, then the group's own: the order of the whole report. */
    private List<String> chain(GroupModel group) {
        List<String> chain = new ArrayList<>();
        group.parent().flatMap(input::group).ifPresent(parent -> chain.addAll(chain(parent)));
        group.key().stream().filter(key -> !chain.contains(key)).forEach(chain::add);
        return chain;
    }

    private static Comparator<String[]> byCells(int[] positions) {
        return (a, b) -> {
            for (int position : positions) {
                int order = cell(a, position).compareTo(cell(b, position));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static String cell(String[] cells, int position) {
        String value = cells[position];
        return value == null ? "" : value;
    }

    /** A cell's text as SQL casts it, in the type the writer reads. */
    private static @Nullable Object value(ColumnType type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (type) {
            case TIMESTAMP -> type.parse(text.replace(' ', 'T'));
            case BOOLEAN -> type.parse(text.toLowerCase(Locale.ROOT));
            default -> type.parse(text);
        };
    }
}
