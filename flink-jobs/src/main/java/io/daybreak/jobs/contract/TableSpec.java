package io.daybreak.jobs.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One table of the contract.
 *
 * @param name lower snake case, unique in the catalogue
 * @param kind landed by a feed, or published by a stage
 * @param grain what one row is
 * @param key the columns that identify a row; for a landed feed of transactions, what ought to identify it
 * @param amount the money column a trailer sums by {@code currency}, or empty where the table holds no one amount
 * @param columns in file order
 */
public record TableSpec(String name, Kind kind, String grain, List<String> key, String amount, List<Column> columns) {

    /** Partition column of every published table: the business date as ISO text (a DATE would print as a day number). */
    public static final String PROCESSING_DATE = "processing_date";

    public enum Kind {
        /** Comes from outside, under {@code landing/}; the night never writes it. */
        LANDED,
        /** Like {@link #LANDED}, but a night goes on without it. */
        LANDED_OPTIONAL,
        /** Written by one stage, one atomic commit per business date. */
        PUBLISHED
    }

    public TableSpec {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("table " + name + " has two columns named " + column.name());
            }
        }
        for (String column : key) {
            if (!names.contains(column)) {
                throw new IllegalArgumentException("table " + name + ": key column " + column + " is not a column");
            }
        }
        if (!amount.isEmpty() && !(names.contains(amount) && names.contains("currency"))) {
            throw new IllegalArgumentException("table " + name + ": amount " + amount + " needs itself and currency");
        }
    }

    public boolean landed() {
        return kind != Kind.PUBLISHED;
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * Position of a column.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public int indexOf(String column) {
        int index = columnNames().indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("table " + name + " has no column " + column);
        }
        return index;
    }

    /** The Flink DDL of the columns, one a line. */
    public String columnsDdl() {
        List<String> lines = new ArrayList<>();
        for (Column column : columns) {
            lines.add("`" + column.name() + "` " + column.type().sql() + (column.nullable() ? "" : " NOT NULL"));
        }
        return String.join(",\n  ", lines);
    }

    static Builder landed(String name, String grain) {
        return new Builder(name, Kind.LANDED, grain);
    }

    static Builder landedOptional(String name, String grain) {
        return new Builder(name, Kind.LANDED_OPTIONAL, grain);
    }

    static Builder published(String name, String grain) {
        return new Builder(name, Kind.PUBLISHED, grain);
    }

    /** Lists the columns in order. */
    static final class Builder {
        private final String name;
        private final Kind kind;
        private final String grain;
        private final List<Column> columns = new ArrayList<>();
        private List<String> key = List.of();
        private String amount = "";

        private Builder(String name, Kind kind, String grain) {
            this.name = name;
            this.kind = kind;
            this.grain = grain;
        }

        Builder key(String... names) {
            key = List.of(names);
            return this;
        }

        Builder amount(String column) {
            amount = column;
            return this;
        }

        Builder required(String column, ColumnType type, String meaning) {
            columns.add(new Column(column, type, Column.Presence.REQUIRED, meaning));
            return this;
        }

        Builder nullable(String column, ColumnType type, String meaning) {
            columns.add(new Column(column, type, Column.Presence.NULLABLE, meaning));
            return this;
        }

        Builder optional(String column, ColumnType type, String meaning) {
            columns.add(new Column(column, type, Column.Presence.OPTIONAL, meaning));
            return this;
        }

        /** Takes over another table's columns, every one nullable: what a rejected row may lack. */
        Builder allOf(TableSpec other) {
            for (Column column : other.columns()) {
                nullable(column.name(), column.type(), column.meaning());
            }
            return this;
        }

        TableSpec build() {
            if (kind == Kind.PUBLISHED) {
                required(PROCESSING_DATE, ColumnType.STRING, "business date, ISO text; the partition");
            }
            return new TableSpec(name, kind, grain, key, amount, columns);
        }
    }
}
