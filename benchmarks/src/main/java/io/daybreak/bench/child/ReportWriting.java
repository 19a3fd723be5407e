package io.daybreak.bench.child;

import io.daybreak.bench.kernel.ReportSamples;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.output.RenderedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Writes long reports, one format for each engine of report-writers, and tells records and bytes a second of each. */
final class ReportWriting {

    private static final int RECORDS = 100_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MIB = 1024.0 * 1024;

    private final Path out;

    ReportWriting(Path out) {
        this.out = out;
    }

    void run() throws IOException {
        ReportCatalog catalog = ReportCatalog.load();
        Signals.ready();
        StringBuilder content = new StringBuilder();
        for (Map.Entry<String, String> format : ReportSamples.FORMATS.entrySet()) {
            ReportSamples samples = new ReportSamples(catalog.format(format.getValue()));
            write(samples, RECORDS / 10);
            content.append(measured(format.getKey(), samples)).append(';');
        }
        Signals.done();
        Signals.text(Signals.CHECKSUM, content.toString());
    }

    private String measured(String engine, ReportSamples samples) throws IOException {
        long start = System.nanoTime();
        Written written = write(samples, RECORDS);
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        String name = engine.toLowerCase(Locale.ROOT).replace('-', '_');
        Signals.figure(name + "_records_per_second", written.records() / seconds);
        Signals.figure(name + "_mib_per_second", written.bytes() / BYTES_PER_MIB / seconds);
        return samples.id() + " " + written.sha256();
    }

    private record Written(long records, long bytes, String sha256) {}

    /** One long report, or as many of the sample as make that many records. */
    private Written write(ReportSamples samples, int records) throws IOException {
        long written = 0;
        long bytes = 0;
        String sha256 = "";
        while (written < records) {
            ReportSamples.Report report = samples.of(records);
            RenderResult result = samples.format().render(report.input(), out.resolve("reports"));
            if (result.status() != RenderResult.Status.WRITTEN) {
                throw new IOException(samples.id() + " is held: " + result.findings());
            }
            for (RenderedFile file : result.files()) {
                bytes += file.bytes();
                sha256 = file.sha256();
            }
            written += report.records();
        }
        return new Written(written, bytes, sha256);
    }
}
