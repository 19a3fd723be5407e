package io.daybreak.jobs.feeds;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How one source of a mapping is written.
 *
 * @param name by which the SELECT knows it
 * @param delimiter between the fields of a CSV
 * @param quote around fields of a CSV; 0 for none
 * @param header whether the first line of a CSV names the columns
 * @param encoding a Java charset name
 * @param columns what the SELECT can use
 * @param unpivot name and value column into which the columns that {@code columns} does not name are turned, one row each;
 *     empty for none
 * @param ignored columns of the file that are left out on purpose; {@code *} for all that are not declared
 * @param nulls texts that stand for a missing value, besides the empty one
 * @param where condition on a row to be of the day; empty for all
 * @param recordBytes length of a fixed-width record without line ends; 0 for lines
 * @param decimalSign before the decimals of a number
 * @param pivot two-digit years are those of the hundred years from this one
 */
record SourceLayout(
        String name,
        Format format,
        char delimiter,
        char quote,
        boolean header,
        String encoding,
        List<SourceColumn> columns,
        List<SourceColumn> unpivot,
        List<String> ignored,
        List<String> nulls,
        String where,
        int recordBytes,
        char decimalSign,
        int pivot)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    enum Format {
        CSV,
        FIXED,
        PARQUET
    }

    /** Left out of every list of columns a file may have. */
    static final String ALL = "*";

    SourceLayout {
        columns = List.copyOf(columns);
        unpivot = List.copyOf(unpivot);
        ignored = List.copyOf(ignored);
        nulls = List.copyOf(nulls);
        require(name.matches("[a-z][a-z0-9_]*"), name, "its name is not lower snake case");
        require(!columns.isEmpty(), name, "it declares no Columns");
        require(unpivot.isEmpty() || unpivot.size() == 2, name, "Unpivot takes a name and a value column");
        require(
                unpivot.isEmpty() || (format == Format.CSV && header),
                name,
                "Unpivot needs a CSV whose header names the columns");
        require(
                unpivot.isEmpty() || unpivot.get(0).type().kind() == SourceType.Kind.STRING,
                name,
                "the first column of Unpivot takes the names and is a STRING");
        require(recordBytes == 0 || format == Format.FIXED, name, "Record is for fixed width");
        Set<String> names = new HashSet<>();
        for (SourceColumn column : columns) {
            require(names.add(column.name()), name, "two columns are named " + column.name());
            require(
                    (format == Format.FIXED) == (column.end() > 0),
                    name,
                    "column " + column.name()
                            + (format == Format.FIXED
                                    ? " has no bytes start-end"
                                    : " has bytes; that is for fixed width"));
            require(
                    recordBytes == 0 || column.end() <= recordBytes,
                    name,
                    "column " + column.name() + " ends at byte " + column.end() + " of a record of " + recordBytes);
            require(
                    format == Format.FIXED || column.type().kind() != SourceType.Kind.PACKED,
                    name,
                    "column " + column.name() + " is PACKED; that is for fixed width");
        }
        for (SourceColumn column : unpivot) {
            require(names.add(column.name()), name, "two columns are named " + column.name());
        }
    }

    private static void require(boolean holds, String source, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("source " + source + ": " + otherwise);
        }
    }

    /** The columns of a row the SELECT sees, in order. */
    List<SourceColumn> produced() {
        List<SourceColumn> produced = new java.util.ArrayList<>(columns);
        produced.addAll(unpivot);
        return List.copyOf(produced);
    }
}
