package io.daybreak.emr;

import io.daybreak.emr.command.EmrCommand;
import java.time.Clock;
import picocli.CommandLine;

/** Entry point of {@code ./daybreak emr}. */
public final class Emr {
    private Emr() {}

    public static void main(String[] args) {
        CommandLine line = EmrCommand.commandLine(Clock.systemUTC());
        System.exit(line.execute(args));
    }
}
