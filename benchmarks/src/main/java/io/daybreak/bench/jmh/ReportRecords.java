package io.daybreak.bench.jmh;

import static java.util.Objects.requireNonNull;

import io.daybreak.bench.data.Folders;
import io.daybreak.bench.kernel.ReportSamples;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A report of 10,000 records written and checked, by engine; per record. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReportRecords {

    private static final int RECORDS = 10_000;

    @Param({"xml", "delimited", "fixed", "tag", "fix", "json", "sdmx"})
    public String engine = "";

    private Path folder = Path.of("");
    private @Nullable ReportSamples samples;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("daybreak-jmh");
        String format = requireNonNull(ReportSamples.FORMATS.get(engine), "a format of the engine");
        samples = new ReportSamples(ReportCatalog.load().format(format));
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long write() throws IOException {
        ReportSamples open = requireNonNull(samples, "open() comes first");
        RenderResult result = open.format().render(open.of(RECORDS).input(), folder);
        if (result.status() != RenderResult.Status.WRITTEN) {
            throw new IOException(open.id() + " is held: " + result.findings());
        }
        return result.records();
    }

    @TearDown
    public void delete() throws IOException {
        Folders.delete(folder);
    }
}
