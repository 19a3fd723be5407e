package io.daybreak.jobs.cli;

import java.io.PrintWriter;

/** The command line, for tests of what other packages publish. */
public final class Commands {

    /** Runs a command as the launcher would and returns its exit code. */
    public static int execute(PrintWriter out, String... arguments) {
        return Daybreak.commandLine().setOut(out).setErr(out).execute(arguments);
    }

    private Commands() {}
}
