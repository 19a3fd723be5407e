package io.daybreak.report.input;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record group a format reads: its columns, its key, and the group it hangs from.
 *
 * <p>Rows of a nested group carry the key columns of all groups above under the same names and arrive in the order of their parents.
 *
 * @param name the group's name, unique in its format
 * @param parent the name of the group it hangs from; empty for a group of the report itself
 * @param key the columns that name a record in findings and tie its children to it
 * @param columns every column, keys included, in the order the format binds them
 */
public record GroupModel(String name, Optional<String> parent, List<String> key, List<Column> columns) {
    public GroupModel {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        for (String column : key) {
            if (indexOf(columns, column) < 0) {
                throw new IllegalArgumentException("group '" + name + "': key column '" + column + "' is not a column");
            }
        }
    }

    /** Position of a column, or -1. */
    public int indexOf(String column) {
        return indexOf(columns, column);
    }

    /** Column names in order. */
    public Stream<String> columnNames() {
        return columns.stream().map(Column::name);
    }

    private static int indexOf(List<Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
