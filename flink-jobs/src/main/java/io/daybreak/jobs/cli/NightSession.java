package io.daybreak.jobs.cli;

import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.feeds.FeedsFile;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.night.NightRequest;
import io.daybreak.jobs.night.NightRunner;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import java.io.PrintStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One night from the command line: opens what it needs, runs it, closes it, says how it ended. */
final class NightSession {

    /** Runs the night and returns the exit code; failures are told on stderr, last line for the operator. */
    static int run(Lake lake, LocalDate date, NightOptions options) throws Exception {
        PrintStream out = options.json ? System.err : System.out;
        NightConsole console = new NightConsole(out, System::nanoTime);
        FeedsConsole landing = new FeedsConsole(out);
        try {
            NightSettings settings = options.settings();
            FeedsFile feeds = options.feeds.toString().isEmpty() ? null : FeedsFile.read(options.feeds);
            try (Cluster cluster = options.openCluster(lake.root())) {
                run(new Given(lake, date, options, settings, feeds), cluster, console, landing);
            }
            return ExitCode.GOOD.code();
        } catch (NightFailure failure) {
            console.close();
            if (failure.exitCode() == ExitCode.DEFECT && failure.getCause() != null) {
                failure.getCause().printStackTrace();
            }
            String stage = landing.running() ? FeedsConsole.STAGE : console.stage();
            System.err.println(failure.line(date.toString(), stage));
            return failure.exitCode().code();
        }
    }

    private record Given(
            Lake lake, LocalDate date, NightOptions options, NightSettings settings, @Nullable FeedsFile feeds) {}

    private static void run(Given given, Cluster cluster, NightConsole console, FeedsConsole landing)
            throws Exception {
        if (given.feeds() != null) {
            landing.land(given.feeds(), given.date(), given.lake(), given.settings(), cluster);
        }
        NightRequest request = new NightRequest(
                given.date(),
                given.lake(),
                given.options().only,
                given.options().from,
                given.options().resume,
                "",
                given.settings());
        new NightRunner(Night.graph(), cluster, console, System::nanoTime, NightOptions.version()).run(request);
    }

    private NightSession() {}
}
