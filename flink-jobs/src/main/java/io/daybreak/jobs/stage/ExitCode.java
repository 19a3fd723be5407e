package io.daybreak.jobs.stage;

/** How a night ended, for schedulers. The number is the process's exit code. */
public enum ExitCode {
    GOOD(0, "nobody"),
    DEFECT(1, "the makers of Daybreak"),
    USAGE(2, "whoever typed the command"),
    CONFIGURATION(3, "the operator"),
    INPUT_MISSING(4, "the sender of the feed"),
    DATA_HOLD(5, "the sender of the feed, or the data owner"),
    OUT_OF_BALANCE(6, "the operator, with the balance board"),
    INFRASTRUCTURE(7, "the scheduler: safe to retry with --resume"),
    APPROVAL_MISSING(8, "the checker");

    private final int code;
    private final String whoActs;

    ExitCode(int code, String whoActs) {
        this.code = code;
        this.whoActs = whoActs;
    }

    public int code() {
        return code;
    }

    /** Who has to do something about it. */
    public String whoActs() {
        return whoActs;
    }
}
