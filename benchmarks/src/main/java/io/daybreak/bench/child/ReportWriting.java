package io.daybreak.bench.child;

import io.daybreak.bench.kernel.RawTwin;
import io.daybreak.bench.kernel.ReportSamples;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.output.RenderedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes long reports, one format for each engine of report-writers, and tells records and bytes a second of each and its rate as a part of the raw encoder's. */
public final class ReportWriting {

    private static final int RECORDS = 100_000;
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 4;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MIB = 1024.0 * 1024;

    private final Path out;
    private final Collection<String> engines;

    /** Alone, without the processes around it: the folder to write in, and the engines, or none for all. */
    public static void main(String[] arguments) throws IOException {
        List<String> engines = List.of(arguments).subList(1, arguments.length);
        new ReportWriting(Path.of(arguments[0]), engines.isEmpty() ? ReportSamples.FORMATS.keySet() : engines).run();
    }

    ReportWriting(Path out) {
        this(out, ReportSamples.FORMATS.keySet());
    }

    private ReportWriting(Path out, Collection<String> engines) {
        this.out = out;
        this.engines = engines;
    }

    void run() throws IOException {
        ReportCatalog catalog = ReportCatalog.load();
        Signals.ready();
        StringBuilder content = new StringBuilder();
        for (String engine : engines) {
            String format = Objects.requireNonNull(ReportSamples.FORMATS.get(engine), engine);
            content.append(measured(engine, new ReportSamples(catalog.format(format))))
                    .append(';');
        }
        Signals.done();
        Signals.text(Signals.CHECKSUM, content.toString());
    }

    /**
     * The writer and its twin take turns; the first rounds warm them up. A ratio is the median over the others. The digest a report's
     * approval is bound to is no part of writing: it is timed on the same files, and told with it and without.
     */
    private String measured(String engine, ReportSamples samples) throws IOException {
        Written first = write(samples, samples.of(RECORDS));
        List<RawTwin> twins = new ArrayList<>();
        for (RenderedFile file : first.files()) {
            twins.add(RawTwin.of(engine, file.path()));
        }
        double[] own = new double[ROUNDS - WARM_UP];
        double[] ratios = new double[ROUNDS - WARM_UP];
        double[] whole = new double[ROUNDS - WARM_UP];
        for (int round = 0; round < ROUNDS; round++) {
            ReportSamples.Report report = samples.of(RECORDS);
            double written = seconds(() -> write(samples, report));
            double digest = seconds(() -> digest(first.files()));
            double raw = 0;
            for (int i = 0; i < twins.size(); i++) {
                RawTwin twin = twins.get(i);
                Path twinFile = out.resolve("raw-twin-" + i);
                raw += seconds(() -> twin.write(twinFile));
                Files.delete(twinFile);
            }
            if (round >= WARM_UP) {
                own[round - WARM_UP] = written;
                ratios[round - WARM_UP] = raw / (written - digest);
                whole[round - WARM_UP] = raw / written;
            }
        }
        String name = engine.toLowerCase(Locale.ROOT).replace('-', '_');
        Signals.figure(name + "_records_per_second", first.records() / median(own));
        Signals.figure(name + "_mib_per_second", first.bytes() / BYTES_PER_MIB / median(own));
        Signals.figure(name + "_of_raw", median(ratios));
        Signals.figure(name + "_of_raw_with_digest", median(whole));
        return samples.id() + " " + first.files().get(0).sha256();
    }

    private static void digest(List<RenderedFile> files) throws IOException {
        for (RenderedFile file : files) {
            RenderedFile.of(file.path());
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }

    private record Written(List<RenderedFile> files, long records) {
        long bytes() {
            return files.stream().mapToLong(RenderedFile::bytes).sum();
        }
    }

    private Written write(ReportSamples samples, ReportSamples.Report report) throws IOException {
        RenderResult result = samples.format().render(report.input(), out.resolve("reports"));
        if (result.status() != RenderResult.Status.WRITTEN) {
            throw new IOException(
                    samples.id() + " is held: " + result.findings().get(0));
        }
        return new Written(result.files(), report.records());
    }
}
