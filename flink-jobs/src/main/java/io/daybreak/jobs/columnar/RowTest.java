package io.daybreak.jobs.columnar;

import java.io.Serializable;
import java.util.List;

/**
 * What one column must be for a row to be kept. A row without a value meets {@link Absence} alone, as in SQL. Asked of a
 * batch at a time, and of texts once per dictionary entry where there are fewer entries than rows.
 */
public sealed interface RowTest extends Serializable {

    /** Drops the rows that fail: their {@code kept} becomes false. */
    void drop(Vector column, int rows, boolean[] kept);

    /**
     * A text that is one of some, or none of them.
     *
     * @param wanted whether the text must be among the texts, or must not
     */
    record Texts(List<String> texts, boolean wanted) implements RowTest {

        public Texts {
            texts = List.copyOf(texts);
        }

        @Override
        public void drop(Vector column, int rows, boolean[] kept) {
            TextVector vector = (TextVector) column;
            TextDictionary among = TextDictionary.of(texts.toArray(String[]::new));
            TextDictionary dictionary = vector.dictionary();
            if (dictionary == null || dictionary.size() > rows) {
                for (int row = 0; row < rows; row++) {
                    kept[row] &= !vector.isAbsent(row)
                            && wanted == isAmong(among, vector.data(), vector.start(row), vector.length(row));
                }
                return;
            }
            boolean[] good = new boolean[dictionary.size()];
            for (int id = 0; id < good.length; id++) {
                good[id] = wanted == isAmong(among, dictionary.data(), dictionary.start(id), dictionary.length(id));
            }
            for (int row = 0; row < rows; row++) {
                kept[row] &= !vector.isAbsent(row) && good[vector.id(row)];
            }
        }

        private static boolean isAmong(TextDictionary among, byte[] data, int start, int length) {
            return among.find(data, start, length) != TextDictionary.ABSENT;
        }
    }

    /**
     * A whole number from one to another, both included: a number, the day of a date, the microsecond of a timestamp, the
     * unscaled value of a decimal.
     *
     * @param wanted whether the number must be within, or must not
     */
    record Range(long least, long most, boolean wanted) implements RowTest {

        @Override
        public void drop(Vector column, int rows, boolean[] kept) {
            if (column instanceof IntVector ints) {
                for (int row = 0; row < rows; row++) {
                    kept[row] &= !ints.isAbsent(row) && wanted == within(ints.get(row));
                }
            } else {
                LongVector longs = (LongVector) column;
                for (int row = 0; row < rows; row++) {
                    kept[row] &= !longs.isAbsent(row) && wanted == within(longs.get(row));
                }
            }
        }

        private boolean within(long value) {
            return value >= least && value <= most;
        }
    }

    /** No value, or any. */
    record Absence(boolean wanted) implements RowTest {

        @Override
        public void drop(Vector column, int rows, boolean[] kept) {
            for (int row = 0; row < rows; row++) {
                kept[row] &= wanted == column.isAbsent(row);
            }
        }
    }

    /**
     * A test of one of a reader's columns.
     *
     * @param column its place among those that are read
     */
    record OfColumn(int column, RowTest test) implements Serializable {}
}
