package io.daybreak.jobs.landing;

import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/**
 * Writes rows of one table into one Parquet file. Values go straight to the column writers; a row group is closed once
 * about {@link #ROW_GROUP_BYTES} are buffered, which bounds memory however long the file gets.
 *
 * <p>The bytes depend on nothing but the rows and the codec. Not safe for use by several threads.
 */
public final class LandingWriter implements Closeable {

    /** Buffered, encoded bytes at which a row group is closed. */
    public static final long ROW_GROUP_BYTES = 128L << 20;

    private static final int PAGE_BYTES = 1 << 20;
    private static final int ROWS_BETWEEN_SIZE_CHECKS = 1_000;

    private final TableSpec table;
    private final Path path;
    private final long rowGroupBytes;
    private final ColumnType[] types;
    private final boolean[] required;
    private final MessageType schema;
    private final int amountColumn;
    private final int currencyColumn;
    private final CurrencyTotals totals = new CurrencyTotals();
    private final HashedOutput output;
    private final ParquetFileWriter file;
    private final ParquetProperties properties;
    private final CodecFactory codecs = new CodecFactory(new Configuration(false), PAGE_BYTES);
    private final CodecFactory.BytesCompressor compressor;
    private final ColumnWriter[] columns;
    private ColumnChunkPageWriteStore pages;
    private ColumnWriteStore store;
    private long rows;
    private long rowsInGroup;
    private int rowGroups;
    private boolean closed;

    /**
     * Begins a file; its directory is made when missing, an older file of the name is replaced.
     *
     * @throws IOException if the file cannot be created
     */
    public static LandingWriter open(TableSpec table, Path path, LandingCodec codec) throws IOException {
        return new LandingWriter(table, path, codec, ROW_GROUP_BYTES);
    }

    /** Begins a Snappy file. */
    public static LandingWriter open(TableSpec table, Path path) throws IOException {
        return open(table, path, LandingCodec.SNAPPY);
    }

    LandingWriter(TableSpec table, Path path, LandingCodec codec, long rowGroupBytes) throws IOException {
        this.table = table;
        this.path = path;
        this.rowGroupBytes = rowGroupBytes;
        schema = ContractParquet.schema(table);
        types = table.columns().stream().map(Column::type).toArray(ColumnType[]::new);
        required = new boolean[types.length];
        for (int i = 0; i < types.length; i++) {
            required[i] = !table.columns().get(i).nullable();
        }
        amountColumn = table.amount().isEmpty() ? -1 : table.indexOf(table.amount());
        currencyColumn = table.amount().isEmpty() ? -1 : table.indexOf("currency");
        Path directory = path.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        properties = ParquetProperties.builder()
                .withPageSize(PAGE_BYTES)
                .withAllocator(HeapByteBufferAllocator.getInstance())
                .build();
        compressor = codecs.getCompressor(codec.parquetName());
        output = new HashedOutput(path);
        file = new ParquetFileWriter(output, schema, ParquetFileWriter.Mode.CREATE, rowGroupBytes, 0);
        file.start();
        columns = new ColumnWriter[types.length];
        pages = newPages();
        store = newStore();
    }

    /** An empty row of this table; make one and fill it again for every row. */
    public LandingRow row() {
        return new LandingRow(table);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if a required column has no value; the row is not written
     */
    public void write(LandingRow row) throws IOException {
        checkRequired(row);
        for (int i = 0; i < types.length; i++) {
            writeColumn(i, row);
        }
        store.endRecord();
        if (amountColumn >= 0) {
            addAmount(row);
        }
        rows++;
        rowsInGroup++;
        if (rows % ROWS_BETWEEN_SIZE_CHECKS == 0 && store.getBufferedSize() > rowGroupBytes) {
            flushRowGroup();
            pages = newPages();
            store = newStore();
        }
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    /** Finishes the file. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        flushRowGroup();
        file.end(Map.of());
        codecs.release();
    }

    /**
     * Finishes the file and tells what it holds. Call it once.
     *
     * @throws IOException if the file cannot be finished
     */
    public LandedFile finish() throws IOException {
        close();
        Path name = path.getFileName();
        Trailer.FileEntry entry = new Trailer.FileEntry(
                name == null ? path.toString() : name.toString(), output.bytes(), rows, output.sha256());
        Map<String, BigDecimal> amounts = totals.byCurrency();
        return new LandedFile(entry, amounts);
    }

    private ColumnChunkPageWriteStore newPages() {
        return new ColumnChunkPageWriteStore(
                compressor, schema, properties.getAllocator(), properties.getColumnIndexTruncateLength());
    }

    private ColumnWriteStore newStore() {
        ColumnWriteStore fresh = properties.newColumnWriteStore(schema, pages);
        for (int i = 0; i < columns.length; i++) {
            columns[i] = fresh.getColumnWriter(schema.getColumns().get(i));
        }
        return fresh;
    }

    private void flushRowGroup() throws IOException {
        if (rowsInGroup > 0) {
            file.startBlock(rowsInGroup);
            store.flush();
            pages.flushToFileWriter(file);
            file.endBlock();
            rowsInGroup = 0;
            rowGroups++;
        }
        store.close();
    }

    int rowGroups() {
        return rowGroups;
    }

    private void checkRequired(LandingRow row) {
        for (int i = 0; i < required.length; i++) {
            if (required[i] && !row.has(i)) {
                throw new IllegalArgumentException("row " + rows + " of " + path + " has no value for required column "
                        + table.columns().get(i).name());
            }
        }
    }

    private void writeColumn(int column, LandingRow row) {
        ColumnWriter writer = columns[column];
        int outer = required[column] ? 0 : 1;
        if (!row.has(column)) {
            writer.writeNull(0, 0);
            return;
        }
        switch (types[column]) {
            case STRING ->
                writer.write(
                        Binary.fromReusedByteArray(row.textBuffer(), row.textStart(column), row.textLength(column)),
                        0,
                        outer);
            case BOOLEAN -> writer.write(row.longAt(column) != 0, 0, outer);
            case INT, DATE -> writer.write(Math.toIntExact(row.longAt(column)), 0, outer);
            case BIGINT, TIMESTAMP, MONEY, RATE -> writer.write(row.longAt(column), 0, outer);
            case DOUBLE -> writer.write(Double.longBitsToDouble(row.longAt(column)), 0, outer);
            case QUANTITY -> writer.write(fixed(row.longAt(column), 11), 0, outer);
            case TOTAL, FIGURE -> writer.write(fixed(row.longAt(column), 16), 0, outer);
            case INTS -> writeInts(writer, (int[]) row.arrayAt(column), outer);
            case BIGINTS -> writeLongs(writer, (long[]) row.arrayAt(column), outer);
            case STRINGS -> writeTexts(writer, (List<?>) row.arrayAt(column), outer);
        }
    }

    private static void writeInts(ColumnWriter writer, int[] values, int outer) {
        if (values.length == 0) {
            writer.writeNull(0, outer);
        }
        for (int i = 0; i < values.length; i++) {
            writer.write(values[i], i == 0 ? 0 : 1, outer + 1);
        }
    }

    private static void writeLongs(ColumnWriter writer, long[] values, int outer) {
        if (values.length == 0) {
            writer.writeNull(0, outer);
        }
        for (int i = 0; i < values.length; i++) {
            writer.write(values[i], i == 0 ? 0 : 1, outer + 1);
        }
    }

    private static void writeTexts(ColumnWriter writer, List<?> values, int outer) {
        if (values.isEmpty()) {
            writer.writeNull(0, outer);
        }
        for (int i = 0; i < values.size(); i++) {
            writer.write(Binary.fromString(values.get(i).toString()), i == 0 ? 0 : 1, outer + 1);
        }
    }

    private static Binary fixed(long value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, 0, length - Long.BYTES, (byte) (value < 0 ? -1 : 0));
        byte[] low = BigInteger.valueOf(value).toByteArray();
        Arrays.fill(bytes, length - Long.BYTES, length - low.length, (byte) (value < 0 ? -1 : 0));
        System.arraycopy(low, 0, bytes, length - low.length, low.length);
        return Binary.fromConstantByteArray(bytes);
    }

    private void addAmount(LandingRow row) {
        long cents = row.has(amountColumn) ? row.longAt(amountColumn) : 0;
        if (row.has(currencyColumn)) {
            totals.add(row.textBuffer(), row.textStart(currencyColumn), row.textLength(currencyColumn), cents);
        } else {
            totals.addWithoutCurrency(cents);
        }
    }
}
