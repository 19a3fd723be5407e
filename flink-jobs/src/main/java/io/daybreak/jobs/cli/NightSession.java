package io.daybreak.jobs.cli;

import io.daybreak.jobs.analytics.AnalyticsStage;
import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.feeds.FeedsFile;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.night.NightGraph;
import io.daybreak.jobs.night.NightRequest;
import io.daybreak.jobs.night.NightRunner;
import io.daybreak.jobs.objects.RequestCount;
import io.daybreak.jobs.objects.S3Requests;
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
    private final FeedsConsole landing;
    private final NightGraph graph = Night.graph();
    private final S3Requests before;
    private List<String> held = List.of();

    private NightSession(Lake lake, LocalDate date, NightOptions options, List<Path> copies) {
        this.lake = lake;
        this.date = date;
        this.options = options;
        this.copies = List.copyOf(copies);
        this.out = options.json ? System.err : System.out;
        this.console = new NightConsole(out, System::nanoTime);
        this.landing = new FeedsConsole(out);
        this.before = RequestCount.ofThisProcess(lake.root());
    }

    /**
     * Runs the night and returns the exit code; failures are told on stderr, last line for the operator.
     *
     * @param copies folders that also get the summary and the night report
     */
    static int run(Lake lake, LocalDate date, NightOptions options, List<Path> copies) throws Exception {
        NightSession session = new NightSession(lake, date, options, copies);
        try {
            return session.run().code();
        } catch (NightFailure failure) {
            session.console.close();
            if (failure.exitCode() == ExitCode.DEFECT && failure.getCause() != null) {
                failure.getCause().printStackTrace();
            }
            String stage = session.landing.running() ? FeedsConsole.STAGE : session.console.stage();
            System.err.println(failure.line(date.toString(), stage));
            return failure.exitCode().code();
        }
    }

    /** What the night asked of S3; absent for a lake on disk. */
    private NightSummary.@Nullable RequestLine requests() {
        return lake.inBucket()
                ? NightSummary.RequestLine.of(
                        RequestCount.ofThisProcess(lake.root()).since(before))
                : null;
    }

    /** Good, or a hold of what finished otherwise. */
    private ExitCode run() throws Exception {
        options.check();
        NightSettings settings = options.settings();
        FeedsFile feeds = options.feeds.toString().isEmpty() ? null : FeedsFile.read(options.feeds);
        try (Cluster cluster = options.openCluster(lake.root())) {
            NightFailure failure = null;
            try {
                night(settings, feeds, cluster);
            } catch (NightFailure thrown) {
                console.close();
                failure = thrown;
            }
            if (!console.runId().isEmpty()) {
                failure = report(cluster, failure);
            }
            if (failure != null) {
                throw failure;
            }
        }
        return held.isEmpty() ? ExitCode.GOOD : hold();
    }

    /** Says of a night that finished which of its reports stay in the house. */
    private ExitCode hold() {
        NightFailure failure = new NightFailure(
                ExitCode.DATA_HOLD,
                "everything else is published, these reports are held: " + String.join(", ", held),
                lake.reports(date).toString(),
                held.size(),
                "see their findings in the night report, mend what they name, then run with --from reports");
        System.err.println(failure.line(date.toString(), "reports"));
        return failure.exitCode();
    }

    private void night(NightSettings settings, @Nullable FeedsFile feeds, Cluster cluster) throws Exception {
        if (feeds != null) {
            landing.land(feeds, date, lake, settings, cluster);
        }
        NightRunner runner = new NightRunner(
                graph, cluster, console, System::nanoTime, NightOptions.version(), options.stagesAtOnce);
        NightRequest request = new NightRequest(date, lake, options.only, options.from, options.resume, "", settings);
        boolean writes = runner.selected(request).stream().anyMatch(AnalyticsStage.class::isInstance);
        try (Insights insights = Insights.open(options.insights, lake, writes)) {
            runner.run(request.withInsights(insights.url()));
        }
    }

    /**
     * Writes what the run leaves to read, finished or not. A night that was stopped is told as such even if its report
     * cannot be written.
     */
    private @Nullable NightFailure report(Cluster cluster, @Nullable NightFailure failure) throws Exception {
        try {
            int attempt =
                    Integer.parseInt(console.runId().substring(date.toString().length() + 1));
            NightSummary summary =
                    new NightFigures(graph, cluster, lake).collect(date, attempt, console.ending(failure), requests());
            Path page = NightReport.write(lake, date, attempt, summary, copies);
            out.print(SummaryTable.of(summary, page));
            if (summary.exitCode() == ExitCode.DATA_HOLD.code() && failure == null) {
                held = summary.heldReports();
            }
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
