package io.daybreak.jobs.cli;

import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.night.NightGraph;
import io.daybreak.jobs.night.NightRequest;
import io.daybreak.jobs.night.NightRunner;
import io.daybreak.jobs.page.NightFigures;
import io.daybreak.jobs.page.NightReport;
import io.daybreak.jobs.page.NightSummary;
import io.daybreak.jobs.page.SummaryFile;
import io.daybreak.jobs.page.SummaryTable;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One night from the command line: opens what it needs, runs it, writes its report, says how it ended. */
final class NightSession {

    private final Lake lake;
    private final LocalDate date;
    private final NightOptions options;
    private final List<Path> copies;
    private final PrintStream out;
    private final NightConsole console;

    private NightSession(Lake lake, LocalDate date, NightOptions options, List<Path> copies) {
        this.lake = lake;
        this.date = date;
        this.options = options;
        this.copies = List.copyOf(copies);
        this.out = options.json ? System.err : System.out;
        this.console = new NightConsole(out, System::nanoTime);
    }

    /**
     * Runs the night and returns the exit code; failures are told on stderr, last line for the operator.
     *
     * @param copies folders that also get the summary and the night report
     */
    static int run(Lake lake, LocalDate date, NightOptions options, List<Path> copies) throws Exception {
        return new NightSession(lake, date, options, copies).run();
    }

    private int run() throws Exception {
        NightGraph graph = Night.graph();
        try (Cluster cluster = options.openCluster(lake.root())) {
            NightFailure failure = night(graph, cluster);
            if (!console.runId().isEmpty()) {
                failure = report(graph, cluster, failure);
            }
            if (failure == null) {
                return ExitCode.GOOD.code();
            }
            if (failure.exitCode() == ExitCode.DEFECT && failure.getCause() != null) {
                failure.getCause().printStackTrace();
            }
            System.err.println(failure.line(date.toString(), console.stage()));
            return failure.exitCode().code();
        }
    }

    private @Nullable NightFailure night(NightGraph graph, Cluster cluster) throws Exception {
        NightRequest request =
                new NightRequest(date, lake, options.only, options.from, options.resume, "", NightSettings.DEFAULTS);
        try {
            new NightRunner(graph, cluster, console, System::nanoTime, NightOptions.version()).run(request);
            return null;
        } catch (NightFailure failure) {
            console.close();
            return failure;
        }
    }

    /**
     * Writes what the run leaves to read, finished or not. A night that was stopped is told as such even if its report
     * cannot be written.
     */
    private @Nullable NightFailure report(NightGraph graph, Cluster cluster, @Nullable NightFailure failure)
            throws Exception {
        try {
            int attempt = Integer.parseInt(console.runId().substring(date.toString().length() + 1));
            NightSummary summary =
                    new NightFigures(graph, cluster, lake).collect(date, attempt, console.ending(failure));
            Path page = NightReport.write(lake, date, attempt, summary, copies);
            out.print(SummaryTable.of(summary, page));
            if (options.json) {
                System.out.println(new String(SummaryFile.bytes(summary), StandardCharsets.UTF_8));
            }
            return failure;
        } catch (Exception e) {
            if (failure != null) {
                System.err.println("daybreak: the night report could not be written: " + e);
                return failure;
            }
            if (e instanceof IOException) {
                return new NightFailure(
                        ExitCode.INFRASTRUCTURE,
                        "everything is published, but the night report could not be written: " + e,
                        lake.runs(date).toString(),
                        0,
                        "check disk and rights, then run with --only reconcile",
                        e);
            }
            throw e;
        }
    }
}
