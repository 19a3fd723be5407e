package io.daybreak.jobs.lake;

import io.daybreak.jobs.columnar.BatchRow;
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
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.table.data.RowData;
import org.apache.parquet.filter2.compat.FilterCompat;

/** Reads a small landed feed where it is needed, without a job: reference data that every task holds in memory. */
public final class LandedReader {

    /**
     * Hands every row of a feed to a consumer, file by file in name order. The row object is reused.
     *
     * @throws IOException if a file cannot be read
     */
    public static void read(Path folder, TableSpec table, List<String> columns, Consumer<RowData> rows)
            throws IOException {
        readBatches(folder, table, columns, batch -> {
            BatchRow row = BatchRow.plain(batch);
            for (int i = 0; i < batch.rows(); i++) {
                rows.accept(row.at(i));
            }
        });
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
        for (FileSourceSplit file : LandedFiles.splits(new org.apache.flink.core.fs.Path(folder.toUri()))) {
            FlinkInput input = new FlinkInput(file.path(), file.length());
            try (ColumnFileReader reader =
                    new ColumnFileReader(file.path().getName(), input, wanted, FilterCompat.NOOP)) {
                for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
                    batches.accept(batch);
                }
            }
        }
    }

    /** The data files that lie in a feed's folder, promised or not, by name. */
    public static List<Path> dataFiles(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> LandedSource.isDataFile(new org.apache.flink.core.fs.Path(path.toUri())))
                    .sorted()
                    .toList();
        }
    }

    private LandedReader() {}
}
