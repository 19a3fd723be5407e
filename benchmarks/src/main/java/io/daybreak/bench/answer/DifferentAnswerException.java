package io.daybreak.bench.answer;

/** An engine's answer differs: no time of it is worth printing. */
public final class DifferentAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    public DifferentAnswerException(String message) {
        super(message);
    }
}
