package io.daybreak.report.input;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One report instance: header values and record groups. Read once.
 *
 * @param header a value per header column; a column without a value is left out
 * @param groups groups by name; a group left out has no records
 */
public record ReportInput(Map<String, Object> header, Map<String, RecordGroup> groups) {
    public ReportInput {
        header = Map.copyOf(header);
        groups = Map.copyOf(groups);
    }

    /** An instance over a list of groups. */
    public static ReportInput of(Map<String, Object> header, List<RecordGroup> groups) {
        return new ReportInput(
                header, groups.stream().collect(Collectors.toMap(RecordGroup::name, Function.identity())));
    }
}
