package io.daybreak.bench.jmh;

import io.daybreak.bench.data.Folders;
import io.daybreak.jobs.columnar.ColumnBatch;
import io.daybreak.jobs.columnar.ColumnFileReader;
import io.daybreak.jobs.columnar.ColumnFileWriter;
import io.daybreak.jobs.columnar.FlinkInput;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.landing.ContractParquet;
import io.daybreak.jobs.sample.SampleDay;
import io.daybreak.jobs.sample.SampleRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A sample day's landed transactions, 20 columns and one that is empty, through the night's own Parquet reader and writer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ParquetColumns {

    private static final int ROWS = 50_000;
    private static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    private final int[] everyRow =
            IntStream.range(0, ColumnFileReader.BATCH_ROWS).toArray();
    private Path folder = Path.of("");
    private Path file = Path.of("");

    @Setup
    public void land() throws IOException {
        folder = Files.createTempDirectory("daybreak-jmh");
        file = land(folder);
    }

    /** Per row. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long read() throws IOException {
        long rows = 0;
        try (ColumnFileReader reader = open()) {
            for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
                rows += batch.rows();
            }
        }
        return rows;
    }

    /** Per row; read and written again at zstd, as the lake has it. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long rewrite() throws IOException {
        Path out = folder.resolve("out.parquet");
        Files.deleteIfExists(out);
        try (ColumnFileReader reader = open();
                ColumnFileWriter writer = new ColumnFileWriter(
                        HadoopOutputFile.fromPath(new org.apache.hadoop.fs.Path(out.toUri()), new Configuration(false)),
                        ContractParquet.schema(Catalogue.TRANSACTIONS),
                        CompressionCodecName.ZSTD)) {
            for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
                writer.append(batch.columns(), everyRow, batch.rows());
            }
            return writer.rows();
        }
    }

    @TearDown
    public void delete() throws IOException {
        Folders.delete(folder);
    }

    private ColumnFileReader open() throws IOException {
        return new ColumnFileReader(
                "transactions",
                new FlinkInput(new org.apache.flink.core.fs.Path(file.toUri()), Files.size(file)),
                Catalogue.TRANSACTIONS.columns(),
                FilterCompat.NOOP);
    }

    private static Path land(Path lake) throws IOException {
        SampleDay.write(new SampleRequest(
                DATE, ROWS, SampleRequest.DEFAULT_SEED, SampleRequest.LEAST_HISTORY_DAYS, false, 1, lake));
        List<Path> files = Folders.dataFiles(lake.resolve("landing/transactions/date=" + DATE));
        if (files.size() != 1) {
            throw new IOException("the sample of " + ROWS + " rows landed in " + files.size() + " files, not in one");
        }
        return files.get(0);
    }
}
