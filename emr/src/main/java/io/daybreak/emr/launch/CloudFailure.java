package io.daybreak.emr.launch;

import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;

/** A call to EMR that failed, with what that means for repeating it. */
public final class CloudFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as the controller has to know. */
    public enum Kind {
        /** Refused for its rate; not executed; repeat later. */
        THROTTLED(true, false),
        /** No answer, or a server error: it may have been executed; look before repeating. */
        UNKNOWN(true, true),
        /** No permission; not executed. */
        DENIED(false, false),
        /** EMR says the request is wrong; not executed. */
        INVALID(false, false);

        private final boolean repeatable;
        private final boolean maybeDone;

        Kind(boolean repeatable, boolean maybeDone) {
            this.repeatable = repeatable;
            this.maybeDone = maybeDone;
        }

        public boolean isRepeatable() {
            return repeatable;
        }

        public boolean mayHaveBeenDone() {
            return maybeDone;
        }
    }

    private final Kind kind;
    private final String action;

    /**
     * A failure.
     *
     * @param action the IAM action of the call, as {@code elasticmapreduce:RunJobFlow}
     */
    public CloudFailure(Kind kind, String action, String message, Throwable cause) {
        super(action + ": " + message, cause);
        this.kind = kind;
        this.action = action;
    }

    public Kind kind() {
        return kind;
    }

    public String action() {
        return action;
    }

    /** What the operator is told when it is not repeated any more. */
    public Refusal toRefusal() {
        return switch (kind) {
            case DENIED ->
                new Refusal(
                        ExitCode.CONFIGURATION,
                        "no permission for " + action + " (" + getMessage()
                                + "); the role needs it, see OperatorRole in emr/cloudformation/template.yaml",
                        this);
            case INVALID -> new Refusal(ExitCode.CONFIGURATION, "EMR refuses " + getMessage(), this);
            case THROTTLED, UNKNOWN ->
                new Refusal(
                        ExitCode.INFRASTRUCTURE,
                        "EMR did not answer " + getMessage() + "; safe to run the same command again",
                        this);
        };
    }
}
