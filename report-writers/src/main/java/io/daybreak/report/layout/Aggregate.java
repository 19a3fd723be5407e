package io.daybreak.report.layout;

import org.jspecify.annotations.Nullable;

/**
 * A count of records or a sum of a column.
 *
 * @param group whose records
 * @param column which column is summed; null counts records
 * @param condition which records; null for all
 * @param scope within the current record of this group, within the file ({@link #FILE}), or over all files ({@link #REPORT})
 * @param text the expression as the specification wrote it
 */
public record Aggregate(
        int group, @Nullable ColumnRef column, @Nullable Condition condition, int scope, String text) {

    /** Within one file. */
    public static final int FILE = -1;

    /** Over all files of the report. */
    public static final int REPORT = -2;
}
