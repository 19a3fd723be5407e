package io.daybreak.emr.night;

/** A command that will not or cannot go on: the exit code says who acts, the message what was wrong, where, and the next step. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public Refusal(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public Refusal(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** A refusal the operator has to answer. */
    public static Refusal configuration(String message) {
        return new Refusal(ExitCode.CONFIGURATION, message);
    }
}
