package io.daybreak.emr.night;

/** What a night, a stage or a command of this module says on exit, who acts on it, and whether a rerun is safe. */
public enum ExitCode {
    GOOD(0, "nobody", "done; nothing to do", false),
    DEFECT(1, "the maintainers", "a defect of ours; open an issue with the log", false),
    USAGE(2, "the operator", "the command line was wrong", false),
    CONFIGURATION(3, "the operator", "the configuration cannot work as given", false),
    INPUT_MISSING(4, "the upstream system", "an input is missing or late", true),
    DATA_HOLD(5, "the data owner", "a data-quality hold; release or correct the feed", false),
    OUT_OF_BALANCE(6, "operations control", "totals do not balance; nothing was published", false),
    INFRASTRUCTURE(7, "the scheduler", "infrastructure failed; safe to retry", true),
    APPROVAL_MISSING(8, "the reporting checker", "a second person has to approve", false);

    private final int code;
    private final String actor;
    private final String meaning;
    private final boolean retryable;

    ExitCode(int code, String actor, String meaning, boolean retryable) {
        this.code = code;
        this.actor = actor;
        this.meaning = meaning;
        this.retryable = retryable;
    }

    /** The number given to the shell. */
    public int code() {
        return code;
    }

    /** Who has to act. */
    public String actor() {
        return actor;
    }

    /** One line for people. */
    public String meaning() {
        return meaning;
    }

    /** Whether the same step may be submitted again unchanged. */
    public boolean retryable() {
        return retryable;
    }

    /**
     * The code for a number.
     *
     * @throws Refusal (defect) for a number outside 0 to 8
     */
    public static ExitCode of(int code) {
        for (ExitCode each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        throw new Refusal(DEFECT, "exit code " + code + " is none of the night's 0 to 8");
    }
}
