package io.daybreak.jobs.columnar;

import io.daybreak.jobs.contract.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads chosen columns of a Parquet file in batches. A column the file lacks reads as absent in every row; whether it
 * may lack it is the intake's question.
 */
public final class ColumnFileReader implements AutoCloseable {

    /** Rows of a batch, at most: small enough that a batch of some forty columns stays in the processor's cache. */
    public static final int BATCH_ROWS = 4096;

    private final String name;
    private final ParquetFileReader file;
    private final List<ColumnPages> pages = new ArrayList<>();
    private final List<ColumnDescriptor> descriptors = new ArrayList<>();
    private final Vector[] vectors;
    private final ColumnBatch batch;
    private long rowsLeft;
    private long nextRow;

    /**
     * Opens a file.
     *
     * @param name of the file, told with each batch
     * @param columns of a landed table, in the order wanted
     * @throws IOException if it is not a Parquet file
     * @throws IllegalArgumentException if a column's type is one that is not read by columns
     */
    public ColumnFileReader(String name, InputFile input, List<Column> columns) throws IOException {
        this.name = name;
        this.file = ParquetFileReader.open(
                input,
                ParquetReadOptions.builder().withCodecFactory(new PageCodecs()).build());
        MessageType schema = file.getFileMetaData().getSchema();
        List<Type> wanted = new ArrayList<>();
        this.vectors = new Vector[columns.size()];
        for (int i = 0; i < vectors.length; i++) {
            Column column = columns.get(i);
            if (schema.containsField(column.name())) {
                wanted.add(schema.getType(column.name()));
                ColumnDescriptor descriptor = schema.getColumnDescription(new String[] {column.name()});
                ColumnPages reader = pages(column, descriptor);
                descriptors.add(descriptor);
                pages.add(reader);
                vectors[i] = reader.vector();
            } else {
                vectors[i] = absent(column);
            }
        }
        file.setRequestedSchema(new MessageType(schema.getName(), wanted));
        this.batch = new ColumnBatch(vectors, new ColumnBatch.Position());
    }

    private static ColumnPages pages(Column column, ColumnDescriptor descriptor) {
        return switch (column.type()) {
            case STRING -> new TextPages(descriptor);
            case MONEY, RATE, BIGINT, TIMESTAMP -> new LongPages(descriptor);
            case INT, DATE -> new IntPages(descriptor);
            case BOOLEAN -> new BooleanPages(descriptor);
            case DOUBLE, TOTAL, QUANTITY, STRINGS, INTS, BIGINTS ->
                throw new IllegalArgumentException(
                        "column " + column.name() + ": " + column.type() + " is not read by columns");
        };
    }

    private static Vector absent(Column column) {
        Vector vector = switch (column.type()) {
            case STRING -> new TextVector();
            case INT, DATE -> new IntVector();
            case BOOLEAN -> new BooleanVector();
            default -> new LongVector();
        };
        vector.clear(BATCH_ROWS);
        for (int row = 0; row < BATCH_ROWS; row++) {
            vector.markAbsent(row);
        }
        return vector;
    }

    /** The next rows, or nothing at the end of the file. The same object each time. */
    public @Nullable ColumnBatch next() throws IOException {
        while (rowsLeft == 0) {
            PageReadStore rowGroup = fetch();
            if (rowGroup == null) {
                return null;
            }
            start(rowGroup);
        }
        return nextOfRowGroup();
    }

    /** Brings the bytes of the next row group, nothing at the end; may run ahead of the decoding in another thread. */
    @Nullable PageReadStore fetch() throws IOException {
        return file.readNextRowGroup();
    }

    /** Goes on with a row group that was fetched; each is started once, in the order of the file. */
    void start(PageReadStore rowGroup) {
        rowsLeft = rowGroup.getRowCount();
        for (int i = 0; i < descriptors.size(); i++) {
            pages.get(i).start(rowGroup.getPageReader(descriptors.get(i)));
        }
    }

    /** The next rows of the row group, or nothing at its end. */
    @Nullable ColumnBatch nextOfRowGroup() {
        if (rowsLeft == 0) {
            return null;
        }
        int rows = (int) Math.min(rowsLeft, BATCH_ROWS);
        for (ColumnPages column : pages) {
            column.read(rows);
        }
        batch.position().move(name, nextRow, rows);
        nextRow += rows;
        rowsLeft -= rows;
        return batch;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
