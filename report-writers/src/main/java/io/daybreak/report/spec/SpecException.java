package io.daybreak.report.spec;

/** A format specification does not read: a defect of the specification file, found when it is loaded. */
public final class SpecException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong and where. */
    public SpecException(String message) {
        super(message);
    }

    /** With what is wrong and where, and why. */
    public SpecException(String message, Throwable cause) {
        super(message, cause);
    }
}
