package io.daybreak.jobs.cli;

import io.daybreak.jobs.stage.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code daybreak emr}: here for the help only; the launcher hands it to the module of that name. */
@Command(
        name = "emr",
        description = "Plans, prices, simulates and launches the night on Amazon EMR; ./daybreak emr --help.")
final class EmrCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        System.err.println("daybreak: emr is a module of its own. Next: start it with ./daybreak emr");
        return ExitCode.USAGE.code();
    }
}
