package io.daybreak.report.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** A value and how far it may be off by rounding. */
record Measured(BigDecimal value, BigDecimal slack) {

    static final Measured ZERO = new Measured(BigDecimal.ZERO, BigDecimal.ZERO);

    Measured plus(Measured other) {
        return new Measured(value.add(other.value), slack.add(other.slack));
    }

    /** The result of an operation; null for a division by zero. */
    static @Nullable Measured of(char operator, Measured left, Measured right) {
        return switch (operator) {
            case '+' -> left.plus(right);
            case '-' -> new Measured(left.value.subtract(right.value), left.slack.add(right.slack));
            case '*' ->
                new Measured(
                        left.value.multiply(right.value),
                        left.slack.multiply(right.value.abs()).add(right.slack.multiply(left.value.abs())));
            default ->
                right.value.signum() == 0
                        ? null
                        : new Measured(
                                left.value.divide(right.value, MathContext.DECIMAL128),
                                left.slack.divide(right.value.abs(), MathContext.DECIMAL128));
        };
    }

    /** Whether a difference compares so to nothing, within a slack. */
    static boolean holds(BigDecimal difference, String operator, BigDecimal slack) {
        return switch (operator) {
            case "=" -> difference.abs().compareTo(slack) <= 0;
            case "!=" -> difference.abs().compareTo(slack) > 0;
            case "<=" -> difference.compareTo(slack) <= 0;
            case "<" -> difference.compareTo(slack) < 0;
            case ">=" -> difference.negate().compareTo(slack) <= 0;
            default -> difference.negate().compareTo(slack) < 0;
        };
    }
}
