package io.daybreak.jobs.stage;

import org.jspecify.annotations.Nullable;

/** A night that cannot go on: what, where, how many, and what to do next. */
public final class NightFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String what;
    private final String file;
    private final long count;
    private final String next;

    /**
     * @param what what is wrong, with the value and the bound
     * @param file the file or table concerned; "-" if none
     * @param count how many rows, files or units are concerned
     * @param next the action that mends it
     */
    public NightFailure(ExitCode exitCode, String what, String file, long count, String next) {
        this(exitCode, what, file, count, next, null);
    }

    public NightFailure(
            ExitCode exitCode, String what, String file, long count, String next, @Nullable Throwable cause) {
        super(what + " [file " + file + ", count " + count + "]", cause);
        this.exitCode = exitCode;
        this.what = what;
        this.file = file;
        this.count = count;
        this.next = next;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    public String what() {
        return what;
    }

    public String file() {
        return file;
    }

    public long count() {
        return count;
    }

    public String next() {
        return next;
    }

    /** The one line an operator reads. */
    public String line(String businessDate, String stage) {
        return "daybreak: " + exitCode + " (exit " + exitCode.code() + ") date=" + businessDate + " stage=" + stage
                + " file=" + file + " count=" + count + ": " + what + ". Next: " + next;
    }
}
