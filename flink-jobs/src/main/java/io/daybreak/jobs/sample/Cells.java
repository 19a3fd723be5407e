package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.landing.LandingRow;
import io.daybreak.jobs.landing.LandingWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the rows of one file by column name; naming columns in the table's order finds them without a search. */
final class Cells {

    private final LandingWriter writer;
    private final LandingRow row;
    private final List<String> names;
    private int next;

    Cells(TableSpec table, LandingWriter writer) {
        this.writer = writer;
        row = writer.row();
        names = table.columnNames();
    }

    Cells text(String column, @Nullable String value) {
        int at = find(column);
        if (value != null) {
            row.set(at, value);
        }
        return this;
    }

    /** A text composed in place; the caller appends to the row returned. */
    LandingRow compose(String column) {
        return row.open(find(column));
    }

    /** An INT or BIGINT. */
    Cells number(String column, long value) {
        row.set(find(column), value);
        return this;
    }

    Cells flag(String column, boolean value) {
        row.set(find(column), value);
        return this;
    }

    Cells real(String column, double value) {
        row.set(find(column), value);
        return this;
    }

    Cells date(String column, long epochDay) {
        row.set(find(column), epochDay);
        return this;
    }

    Cells instant(String column, long epochMicros) {
        row.set(find(column), epochMicros);
        return this;
    }

    Cells money(String column, long cents) {
        row.setDecimal(find(column), cents);
        return this;
    }

    /** A rate, rounded half up to its eight decimals. */
    Cells rate(String column, double value) {
        row.setDecimal(find(column), Math.round(value * 1e8));
        return this;
    }

    Cells units(String column, long wholeUnits) {
        row.setDecimal(find(column), Math.multiplyExact(wholeUnits, 1_000_000L));
        return this;
    }

    Cells ints(String column, int[] values) {
        row.set(find(column), values);
        return this;
    }

    /** Writes the row and begins an empty one. */
    void end() throws IOException {
        writer.write(row);
        row.clear();
        next = 0;
    }

    private int find(String column) {
        if (next < names.size() && names.get(next).equals(column)) {
            return next++;
        }
        int at = names.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("no column " + column + " among " + names);
        }
        next = at + 1;
        return at;
    }
}
