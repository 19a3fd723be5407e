package io.daybreak.jobs.lake;

import io.daybreak.jobs.columnar.ColumnBatch;
import io.daybreak.jobs.columnar.ColumnFileReader;
import io.daybreak.jobs.columnar.FlinkInput;
import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;

/** Reads a small landed feed where it is needed, without a job: reference data that every task holds in memory. */
public final class LandedReader {

    /**
     * Hands every row of a feed to a consumer, file by file in name order. The row object is reused.
     *
     * @throws IOException if a file cannot be read
     */
    public static void read(Path folder, TableSpec table, List<String> columns, Consumer<RowData> rows)
            throws IOException {
        RowType type = LandedSource.rowType(table, columns);
        LandedParquetFormat format = new LandedParquetFormat(type, type, List.of());
        for (Path file : dataFiles(folder)) {
            long bytes = Files.size(file);
            FileSourceSplit split = new FileSourceSplit(
                    file.toString(), new org.apache.flink.core.fs.Path(file.toUri()), 0, bytes, 0, bytes);
            try (BulkFormat.Reader<RowData> reader = format.createReader(new Configuration(), split)) {
                for (BulkFormat.RecordIterator<RowData> batch = reader.readBatch();
                        batch != null;
                        batch = reader.readBatch()) {
                    for (RecordAndPosition<RowData> row = batch.next(); row != null; row = batch.next()) {
                        rows.accept(row.getRecord());
                    }
                    batch.releaseBatch();
                }
            }
        }
    }

    /**
     * Hands every batch of rows of a feed to a consumer, file by file in name order. The batch is reused.
     *
     * @throws IOException if a file cannot be read
     */
    public static void readBatches(Path folder, TableSpec table, List<String> columns, Consumer<ColumnBatch> batches)
            throws IOException {
        List<Column> wanted = columns.stream()
                .map(name -> table.columns().get(table.indexOf(name)))
                .toList();
        for (Path file : dataFiles(folder)) {
            FlinkInput input = new FlinkInput(new org.apache.flink.core.fs.Path(file.toUri()), Files.size(file));
            try (ColumnFileReader reader =
                    new ColumnFileReader(file.getFileName().toString(), input, wanted)) {
                for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
                    batches.accept(batch);
                }
            }
        }
    }

    /** The data files of a feed, by name. */
    public static List<Path> dataFiles(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> LandedSource.isDataFile(new org.apache.flink.core.fs.Path(path.toUri())))
                    .sorted()
                    .toList();
        }
    }

    private LandedReader() {}
}
