package io.daybreak.risk;

/**
 * An input the engine will not compute with. The message says what was wrong, the value, the bound and where.
 * Who acts: the supplier of the data, not the operator and not the programmer.
 */
public final class RefusedInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public RefusedInputException(String message) {
        super(message);
    }
}
