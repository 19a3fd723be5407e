package io.daybreak.jobs.contract;

import java.io.Serializable;

/**
 * One column of a table.
 *
 * @param name lower snake case, unique in its table
 * @param type what it holds
 * @param presence whether a value may be missing from a row, or the column from a file
 * @param meaning one phrase, units included
 */
public record Column(String name, ColumnType type, Presence presence, String meaning) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Whether a value, or the whole column, may be absent. */
    public enum Presence {
        /** Every row has a value. */
        REQUIRED,
        /** A row may have no value. */
        NULLABLE,
        /** A file may lack the column; it then reads as no value. */
        OPTIONAL
    }

    public Column {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("column name '" + name + "' is not lower snake case");
        }
        if (meaning.isBlank()) {
            throw new IllegalArgumentException("column " + name + " has no meaning written down");
        }
    }

    public boolean nullable() {
        return presence != Presence.REQUIRED;
    }
}
