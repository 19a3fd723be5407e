package io.daybreak.jobs.cli;

import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.night.NightRequest;
import io.daybreak.jobs.night.NightRunner;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import java.time.LocalDate;

/** One night from the command line: opens what it needs, runs it, closes it, says how it ended. */
final class NightSession {

    /** Runs the night and returns the exit code; failures are told on stderr, last line for the operator. */
    static int run(Lake lake, LocalDate date, NightOptions options) throws Exception {
        NightConsole console = new NightConsole(options.json ? System.err : System.out, System::nanoTime);
        try (Cluster cluster = options.openCluster(lake.root())) {
            NightRequest request = new NightRequest(
                    date, lake, options.only, options.from, options.resume, "", NightSettings.DEFAULTS);
            new NightRunner(Night.graph(), cluster, console, System::nanoTime, NightOptions.version()).run(request);
            return ExitCode.GOOD.code();
        } catch (NightFailure failure) {
            console.close();
            if (failure.exitCode() == ExitCode.DEFECT && failure.getCause() != null) {
                failure.getCause().printStackTrace();
            }
            System.err.println(failure.line(date.toString(), console.stage()));
            return failure.exitCode().code();
        }
    }

    private NightSession() {}
}
