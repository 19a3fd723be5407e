package io.daybreak.report.input;

/**
 * A column a format reads.
 *
 * @param name lower-case snake name, unique in its group
 * @param type the type of its values
 * @param required whether every record must carry a value; a column of an optional element is not required
 */
public record Column(String name, ColumnType type, boolean required) {
    public Column {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("column name '" + name + "' is not lower-case snake");
        }
    }
}
