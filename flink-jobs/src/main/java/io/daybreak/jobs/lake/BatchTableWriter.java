package io.daybreak.jobs.lake;

import io.daybreak.jobs.columnar.ColumnFileWriter;
import io.daybreak.jobs.columnar.Vector;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;

/**
 * Writes one task's rows of a published table as vectors: Iceberg says where files go, what columns they have and what
 * their metrics are, {@link ColumnFileWriter} writes them. Nothing is part of the table before its files are committed.
 */
public final class BatchTableWriter implements AutoCloseable {

    private static final int BLOCK_BYTES = 64 << 20;

    private final Table table;
    private final String partition;
    private final MessageType schema;
    private final CompressionCodecName codec;
    private final long targetBytes;
    private final OutputFileFactory places;
    private final List<DataFile> finished = new ArrayList<>();
    private @Nullable EncryptedOutputFile place;
    private @Nullable ColumnFileWriter writer;

    /**
     * @param processingDate the one partition written
     * @param task number of the task and of its attempt: no two write the same file
     */
    public BatchTableWriter(Table table, String processingDate, int task, int attempt, String operation) {
        this.table = table;
        this.partition = TableSpec.PROCESSING_DATE + "=" + processingDate;
        this.schema = MessageTypeParser.parseMessageType(
                ParquetSchemaUtil.convert(table.schema(), "table").toString());
        this.codec = CompressionCodecName.valueOf(table.properties()
                .getOrDefault(TableProperties.PARQUET_COMPRESSION, "snappy")
                .toUpperCase(Locale.ROOT));
        this.targetBytes = Long.parseLong(table.properties()
                .getOrDefault(
                        TableProperties.WRITE_TARGET_FILE_SIZE_BYTES,
                        Long.toString(TableProperties.WRITE_TARGET_FILE_SIZE_BYTES_DEFAULT)));
        this.places = OutputFileFactory.builderFor(table, task, attempt)
                .operationId(operation)
                .format(FileFormat.PARQUET)
                .build();
    }

    /** Appends chosen rows of a batch, see {@link ColumnFileWriter#append}. */
    public void append(Vector[] columns, int[] chosen, int count) throws IOException {
        if (count == 0) {
            return;
        }
        ColumnFileWriter open = writer;
        if (open == null) {
            place = places.newOutputFile(table.spec(), partition());
            open = new ColumnFileWriter(output(place.encryptingOutputFile()), schema, codec);
            writer = open;
        }
        open.append(columns, chosen, count);
        if (open.bytes() >= targetBytes) {
            endFile();
        }
    }

    private StructLike partition() {
        return DataFiles.data(table.spec(), partition);
    }

    private void endFile() throws IOException {
        ColumnFileWriter open = writer;
        EncryptedOutputFile at = place;
        if (open == null || at == null) {
            return;
        }
        writer = null;
        open.close();
        org.apache.iceberg.io.InputFile written = at.encryptingOutputFile().toInputFile();
        finished.add(DataFiles.builder(table.spec())
                .withPath(written.location())
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(written.getLength())
                .withPartition(partition())
                .withMetrics(ParquetUtil.fileMetrics(written, MetricsConfig.forTable(table)))
                .build());
    }

    /** Ends the last file; what was written, to be committed. */
    public List<DataFile> finish() throws IOException {
        endFile();
        return List.copyOf(finished);
    }

    /** Lets go of a file that was not finished; nobody will know of it. */
    @Override
    public void close() throws IOException {
        ColumnFileWriter open = writer;
        writer = null;
        if (open != null) {
            open.close();
        }
    }

    private static OutputFile output(org.apache.iceberg.io.OutputFile file) {
        return new OutputFile() {
            @Override
            public org.apache.parquet.io.PositionOutputStream create(long blockSizeHint) {
                return stream(file.create());
            }

            @Override
            public org.apache.parquet.io.PositionOutputStream createOrOverwrite(long blockSizeHint) {
                return stream(file.createOrOverwrite());
            }

            @Override
            public boolean supportsBlockSize() {
                return false;
            }

            @Override
            public long defaultBlockSize() {
                return BLOCK_BYTES;
            }
        };
    }

    private static org.apache.parquet.io.PositionOutputStream stream(PositionOutputStream to) {
        return new org.apache.parquet.io.PositionOutputStream() {
            @Override
            public long getPos() throws IOException {
                return to.getPos();
            }

            @Override
            public void write(int b) throws IOException {
                to.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                to.write(bytes, from, length);
            }

            @Override
            public void flush() throws IOException {
                to.flush();
            }

            @Override
            public void close() throws IOException {
                to.close();
            }
        };
    }
}
