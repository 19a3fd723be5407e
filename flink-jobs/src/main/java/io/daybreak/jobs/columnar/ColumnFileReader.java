package io.daybreak.jobs.columnar;

import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.GroupType;
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
    private final List<ListPages> listPages = new ArrayList<>();
    private final List<ColumnDescriptor> listDescriptors = new ArrayList<>();
    private final ColumnBatch batch;
    private long rowsLeft;
    private long nextRow;

    /**
     * Opens a file.
     *
     * @param name of the file, told with each batch
     * @param columns of the contract, in the order wanted
     * @param filter by which row groups are passed over, {@link FilterCompat#NOOP} for none
     * @throws IOException if it is not a Parquet file
     */
    public ColumnFileReader(String name, InputFile input, List<Column> columns, FilterCompat.Filter filter)
            throws IOException {
        this.name = name;
        this.file = ParquetFileReader.open(
                input,
                ParquetReadOptions.builder()
                        .withCodecFactory(new PageCodecs())
                        .withRecordFilter(filter)
                        .build());
        MessageType schema = file.getFileMetaData().getSchema();
        List<Type> wanted = new ArrayList<>();
        Vector[] vectors = new Vector[columns.size()];
        for (int i = 0; i < vectors.length; i++) {
            Column column = columns.get(i);
            if (schema.containsField(column.name())) {
                Type field = schema.getType(column.name());
                wanted.add(field);
                vectors[i] = open(column.type(), field, descriptor(schema, column.name()));
            } else {
                vectors[i] = absent(column.type());
            }
        }
        file.setRequestedSchema(new MessageType(schema.getName(), wanted));
        this.batch = new ColumnBatch(vectors, new ColumnBatch.Position());
    }

    private static ColumnDescriptor descriptor(MessageType schema, String column) {
        for (ColumnDescriptor descriptor : schema.getColumns()) {
            if (descriptor.getPath()[0].equals(column)) {
                return descriptor;
            }
        }
        throw new IllegalStateException("column " + column + " has no values in its schema");
    }

    private Vector open(ColumnType type, Type field, ColumnDescriptor descriptor) {
        ColumnPages reader = pages(type, descriptor);
        if (descriptor.getMaxRepetitionLevel() == 0) {
            pages.add(reader);
            descriptors.add(descriptor);
            return reader.vector();
        }
        GroupType list = field.asGroupType();
        Type element = list.getType(0).asGroupType().getType(0);
        ListPages lists = new ListPages(
                descriptor,
                reader,
                list.isRepetition(Type.Repetition.OPTIONAL),
                element.isRepetition(Type.Repetition.OPTIONAL));
        listPages.add(lists);
        listDescriptors.add(descriptor);
        return lists.vector();
    }

    private static ColumnPages pages(ColumnType type, ColumnDescriptor descriptor) {
        return switch (type) {
            case STRING, STRINGS, TOTAL, FIGURE, QUANTITY -> new TextPages(descriptor);
            case MONEY, RATE, BIGINT, BIGINTS, TIMESTAMP -> new LongPages(descriptor);
            case INT, INTS, DATE -> new IntPages(descriptor);
            case BOOLEAN -> new BooleanPages(descriptor);
            case DOUBLE -> new DoublePages(descriptor);
        };
    }

    private static Vector absent(ColumnType type) {
        Vector vector = switch (type) {
            case STRING, TOTAL, FIGURE, QUANTITY -> new TextVector();
            case INT, DATE -> new IntVector();
            case BOOLEAN -> new BooleanVector();
            case DOUBLE -> new DoubleVector();
            case MONEY, RATE, BIGINT, TIMESTAMP -> new LongVector();
            case STRINGS, INTS, BIGINTS -> new ListVector(new LongVector());
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
        nextRow = rowGroup.getRowIndexOffset().orElse(nextRow);
        for (int i = 0; i < descriptors.size(); i++) {
            pages.get(i).start(rowGroup.getPageReader(descriptors.get(i)));
        }
        for (int i = 0; i < listDescriptors.size(); i++) {
            PageReader of = rowGroup.getPageReader(listDescriptors.get(i));
            listPages.get(i).start(of);
        }
    }

    /** The next rows of the row group, or nothing at its end. */
    @Nullable ColumnBatch nextOfRowGroup() {
        if (rowsLeft == 0) {
            return null;
        }
        int rows = (int) Math.min(rowsLeft, BATCH_ROWS);
        for (ListPages lists : listPages) {
            rows = Math.min(rows, lists.available());
        }
        for (ColumnPages column : pages) {
            column.read(rows);
        }
        for (ListPages lists : listPages) {
            lists.read(rows);
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
