package io.daybreak.jobs.columnar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Writes a Parquet file from vectors, column by column. A row group is held compressed until it is full, then written
 * at once; page and chunk statistics and the column indexes are written with it.
 */
public final class ColumnFileWriter implements AutoCloseable {

    /** Compressed bytes at which a row group is full. */
    static final long ROW_GROUP_BYTES = 64L << 20;

    private static final int STATISTICS_BYTES = 64;
    private static final long CHECK_ROWS = 32_768;

    private final ParquetFileWriter file;
    private final PageCodecs.Compressor compressor;
    private final List<ChunkWriter> chunks = new ArrayList<>();
    private long rows;
    private long rowsInGroup;
    private long nextCheck = CHECK_ROWS;

    /**
     * Opens a file.
     *
     * @param schema columns in the order of the vectors
     * @param codec SNAPPY, ZSTD or UNCOMPRESSED
     * @throws IllegalArgumentException if a column's type is one that is not written by columns
     */
    public ColumnFileWriter(OutputFile output, MessageType schema, CompressionCodecName codec) throws IOException {
        this.compressor = new PageCodecs.Compressor(codec);
        List<ColumnDescriptor> columns = schema.getColumns();
        for (int i = 0; i < columns.size(); i++) {
            chunks.add(chunk(schema.getFields().get(i), columns.get(i)));
        }
        this.file = new ParquetFileWriter(
                output,
                schema,
                ParquetFileWriter.Mode.CREATE,
                ROW_GROUP_BYTES,
                0,
                STATISTICS_BYTES,
                STATISTICS_BYTES,
                false);
        file.start();
    }

    private ChunkWriter chunk(Type field, ColumnDescriptor column) {
        if (column.getMaxRepetitionLevel() > 0) {
            Type element = field.asGroupType().getType(0).asGroupType().getType(0);
            return new TextListChunk(column, element.isRepetition(Type.Repetition.OPTIONAL), compressor);
        }
        return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case BINARY -> new TextChunk(column, compressor);
            case INT64 -> new LongChunk(column, compressor);
            case INT32 -> new IntChunk(column, compressor);
            case BOOLEAN -> new BooleanChunk(column, compressor);
            default -> throw new IllegalArgumentException("column " + column + " is of a type not written by columns");
        };
    }

    /**
     * Appends chosen rows of a batch.
     *
     * @param columns one vector per column of the schema
     * @param chosen positions in the batch
     * @param count how many of them
     * @throws IllegalStateException if a row lacks a value its column must have
     */
    public void append(Vector[] columns, int[] chosen, int count) throws IOException {
        for (int i = 0; i < chunks.size(); i++) {
            chunks.get(i).append(columns[i], chosen, count);
        }
        rows += count;
        rowsInGroup += count;
        if (rowsInGroup >= nextCheck) {
            nextCheck = rowsInGroup + CHECK_ROWS;
            if (buffered() >= ROW_GROUP_BYTES) {
                endRowGroup();
            }
        }
    }

    private long buffered() {
        long bytes = 0;
        for (ChunkWriter chunk : chunks) {
            bytes += chunk.buffered();
        }
        return bytes;
    }

    private void endRowGroup() throws IOException {
        file.startBlock(rowsInGroup);
        for (ChunkWriter chunk : chunks) {
            chunk.writeTo(file);
        }
        file.endBlock();
        rowsInGroup = 0;
        nextCheck = CHECK_ROWS;
    }

    /** Rows appended so far. */
    public long rows() {
        return rows;
    }

    /** Bytes written or waiting to be, about what the file will have. */
    public long bytes() throws IOException {
        return file.getPos() + buffered();
    }

    /** Writes what is left and the footer. */
    @Override
    public void close() throws IOException {
        try {
            if (rowsInGroup > 0) {
                endRowGroup();
            }
            file.end(Map.of("writer", "daybreak"));
        } finally {
            compressor.close();
        }
    }
}
