package io.daybreak.report.input;

import java.util.List;
import java.util.Optional;

/**
 * All that a format reads: what the night's query for a report must deliver, column by column.
 *
 * @param header one value per column for the whole report
 * @param groups the record groups, parents before children
 */
public record InputModel(List<Column> header, List<GroupModel> groups) {
    public InputModel {
        header = List.copyOf(header);
        groups = List.copyOf(groups);
    }

    /** The group of that name, if the format reads it. */
    public Optional<GroupModel> group(String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }
}
