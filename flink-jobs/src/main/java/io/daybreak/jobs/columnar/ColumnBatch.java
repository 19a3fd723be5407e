package io.daybreak.jobs.columnar;

/**
 * Some consecutive rows of one file. Reused: whoever is given one is done with it when it returns.
 *
 * @param columns one vector per column that was asked for
 */
public record ColumnBatch(Vector[] columns, Position position) {

    /** Where the rows are from, changed from batch to batch. */
    public static final class Position {
        private String file = "";
        private long firstRow;
        private int rows;

        void move(String toFile, long toFirstRow, int toRows) {
            file = toFile;
            firstRow = toFirstRow;
            rows = toRows;
        }
    }

    /** Number of rows. */
    public int rows() {
        return position.rows;
    }

    /** Name of the file, without its folder. */
    public String file() {
        return position.file;
    }

    /** Number of the first row in its file, from 0. */
    public long firstRow() {
        return position.firstRow;
    }

    /** A column of texts. */
    public TextVector text(int column) {
        return (TextVector) columns[column];
    }

    /** A column of numbers, decimals or timestamps. */
    public LongVector longs(int column) {
        return (LongVector) columns[column];
    }

    /** A column of small numbers or dates. */
    public IntVector ints(int column) {
        return (IntVector) columns[column];
    }
}
