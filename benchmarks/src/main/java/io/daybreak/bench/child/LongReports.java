package io.daybreak.bench.child;

import io.daybreak.bench.kernel.ReportSamples;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.output.RenderedFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * One format at growing length: what a record costs, and how much heap it took. Alone and by hand, with the heap it is to be held to:
 * {@code java -Xmx512m -cp ... LongReports FOLDER ENGINE RECORDS...}.
 */
public final class LongReports {

    private static final double BYTES_PER_MIB = 1024.0 * 1024;

    private LongReports() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String format = Objects.requireNonNull(ReportSamples.FORMATS.get(arguments[1]), arguments[1]);
        ReportSamples samples = new ReportSamples(ReportCatalog.load().format(format));
        write(samples, folder, 200_000);
        for (String records : List.of(arguments).subList(2, arguments.length)) {
            write(samples, folder, Integer.parseInt(records));
        }
    }

    private static void write(ReportSamples samples, Path folder, int records) throws IOException {
        ReportSamples.Report report = samples.of(records);
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        RenderResult result = samples.format().render(report.input(), folder);
        long nanos = System.nanoTime() - start;
        long bytes = 0;
        for (RenderedFile file : result.files()) {
            bytes += file.bytes();
            Files.delete(file.path());
        }
        long peak = pools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%s %s: %,d records, %d files, %,.0f MiB, %d ns a record, heap at most %.0f of %.0f MiB%n",
                samples.id(),
                result.status(),
                report.records(),
                result.files().size(),
                bytes / BYTES_PER_MIB,
                nanos / report.records(),
                peak / BYTES_PER_MIB,
                Runtime.getRuntime().maxMemory() / BYTES_PER_MIB);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
