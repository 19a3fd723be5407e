package io.daybreak.emr.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.CommandLine;

/** A command that has been run: its exit code and what it printed. */
record Ran(int exitCode, String out, String err) {
    static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    static Ran emr(String... args) {
        return on(TODAY, args);
    }

    static Ran on(Clock clock, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = EmrCommand.commandLine(clock, seconds -> {});
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = line.execute(args);
        return new Ran(code, out.toString(), err.toString());
    }
}
