package io.daybreak.jobs.landing;

import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One reusable row of a table. Setters take a column's position and copy what they are given; a column not set since
 * {@link #clear()} has no value. Texts go into one byte buffer, so that a row costs no allocation beyond its strings;
 * {@link #open(int)} followed by {@code append} composes a text without even those.
 *
 * <p>Not safe for use by several threads. Setting a column to a kind of value its type does not take is an
 * {@link IllegalArgumentException} with the column's name.
 */
public final class LandingRow {

    private static final int SET_LONG = 1;
    private static final int SET_DOUBLE = 2;
    private static final int SET_TEXT = 4;
    private static final int SET_ARRAY = 8;

    private final TableSpec table;
    private final int[] accepts;
    private final boolean[] present;
    private final long[] longs;
    private final int[] starts;
    private final int[] ends;
    private final Object[] arrays;
    private byte[] text = new byte[1024];
    private int textEnd;

    LandingRow(TableSpec table) {
        this.table = table;
        int columns = table.columns().size();
        accepts = new int[columns];
        present = new boolean[columns];
        longs = new long[columns];
        starts = new int[columns];
        ends = new int[columns];
        arrays = new Object[columns];
        for (int i = 0; i < columns; i++) {
            accepts[i] = accepts(table.columns().get(i).type());
        }
    }

    /** Forgets every value. */
    public LandingRow clear() {
        Arrays.fill(present, false);
        textEnd = 0;
        return this;
    }

    /** Takes away one value. */
    public LandingRow setNull(int column) {
        present[column] = false;
        return this;
    }

    /** Whether the column has a value. */
    public boolean has(int column) {
        return present[column];
    }

    /**
     * A BIGINT or INT; the day number of a DATE since 1970-01-01; the microseconds of a TIMESTAMP since
     * 1970-01-01T00:00; the unscaled value of a decimal.
     */
    public LandingRow set(int column, long value) {
        mark(column, SET_LONG);
        longs[column] = value;
        return this;
    }

    /** The unscaled value of a decimal: 12345 in a MONEY column is 123.45. */
    public LandingRow setDecimal(int column, long unscaled) {
        return set(column, unscaled);
    }

    public LandingRow set(int column, boolean value) {
        return set(column, value ? 1L : 0L);
    }

    public LandingRow set(int column, double value) {
        mark(column, SET_DOUBLE);
        longs[column] = Double.doubleToRawLongBits(value);
        return this;
    }

    public LandingRow set(int column, String value) {
        open(column);
        return append(value);
    }

    /** Begins a text value; it is empty until something is appended, and ends where the next one begins. */
    public LandingRow open(int column) {
        mark(column, SET_TEXT);
        starts[column] = textEnd;
        ends[column] = textEnd;
        openColumn = column;
        return this;
    }

    /** Adds to the text opened last. */
    public LandingRow append(String value) {
        int length = value.length();
        ensure(length);
        int end = textEnd;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return appendBytes(value.getBytes(StandardCharsets.UTF_8));
            }
            text[end + i] = (byte) c;
        }
        return closeAt(end + length);
    }

    /** Adds one ASCII character to the text opened last. */
    public LandingRow append(char ascii) {
        ensure(1);
        text[textEnd] = (byte) ascii;
        return closeAt(textEnd + 1);
    }

    /** Adds bytes of UTF-8 to the text opened last. */
    public LandingRow appendBytes(byte[] utf8) {
        ensure(utf8.length);
        System.arraycopy(utf8, 0, text, textEnd, utf8.length);
        return closeAt(textEnd + utf8.length);
    }

    /** Adds a number in decimal, left-padded with zeros to at least that many digits; it must not be negative. */
    public LandingRow appendDigits(long number, int width) {
        if (number < 0) {
            throw new IllegalArgumentException("cannot append " + number + " as digits: it is negative");
        }
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        int length = Math.max(width, digits);
        ensure(length);
        long rest = number;
        for (int i = textEnd + length - 1; i >= textEnd; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return closeAt(textEnd + length);
    }

    public LandingRow set(int column, int[] values) {
        return array(column, ColumnType.INTS, values.clone());
    }

    public LandingRow set(int column, long[] values) {
        return array(column, ColumnType.BIGINTS, values.clone());
    }

    public LandingRow set(int column, List<String> values) {
        return array(column, ColumnType.STRINGS, List.copyOf(values));
    }

    long longAt(int column) {
        return longs[column];
    }

    Object arrayAt(int column) {
        return arrays[column];
    }

    byte[] textBuffer() {
        return text;
    }

    int textStart(int column) {
        return starts[column];
    }

    int textLength(int column) {
        return ends[column] - starts[column];
    }

    private int openColumn;

    private LandingRow closeAt(int end) {
        textEnd = end;
        ends[openColumn] = end;
        return this;
    }

    private LandingRow array(int column, ColumnType type, Object values) {
        if (table.columns().get(column).type() != type) {
            throw wrongKind(column);
        }
        present[column] = true;
        arrays[column] = values;
        return this;
    }

    private void mark(int column, int kind) {
        if ((accepts[column] & kind) == 0) {
            throw wrongKind(column);
        }
        present[column] = true;
    }

    private IllegalArgumentException wrongKind(int column) {
        Column declared = table.columns().get(column);
        return new IllegalArgumentException("column " + declared.name() + " of " + table.name() + " is a "
                + declared.type().sql() + " and does not take this kind of value");
    }

    private void ensure(int more) {
        if (textEnd + more > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, textEnd + more));
        }
    }

    private static int accepts(ColumnType type) {
        return switch (type) {
            case STRING -> SET_TEXT;
            case DOUBLE -> SET_DOUBLE;
            case BOOLEAN, INT, BIGINT, DATE, TIMESTAMP, MONEY, TOTAL, RATE, FIGURE, QUANTITY -> SET_LONG;
            case STRINGS, INTS, BIGINTS -> SET_ARRAY;
        };
    }
}
