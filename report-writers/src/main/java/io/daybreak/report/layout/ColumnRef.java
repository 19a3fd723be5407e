package io.daybreak.report.layout;

/**
 * A column by position.
 *
 * @param group position of the group, or {@link #HEADER}
 * @param column position in the group's model
 * @param name the column's name
 */
public record ColumnRef(int group, int column, String name) {

    /** The report's header values. */
    public static final int HEADER = -1;
}
