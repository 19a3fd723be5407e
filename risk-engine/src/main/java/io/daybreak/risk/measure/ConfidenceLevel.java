package io.daybreak.risk.measure;

import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A probability held exactly, as {@code numerator / denominator} with a power of ten below.
 *
 * <p>Why: in doubles {@code (1 - 0.99) * 500} is 5.000000000000004 and rounds up to the sixth scenario.
 */
public record ConfidenceLevel(BigDecimal value) implements Serializable {
    public static final ConfidenceLevel P95 = of("0.95");
    public static final ConfidenceLevel P97_5 = of("0.975");
    public static final ConfidenceLevel P99 = of("0.99");
    public static final ConfidenceLevel P99_9 = of("0.999");

    public ConfidenceLevel {
        if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) >= 0 || value.scale() > 9) {
            throw new RefusedInputException(
                    "confidence level is " + value + "; it must lie strictly between 0 and 1 with at most 9 decimals");
        }
        value = value.stripTrailingZeros();
    }

    /**
     * A level from its decimal notation.
     *
     * @param text decimal notation, e.g. {@code "0.975"}
     */
    public static ConfidenceLevel of(String text) {
        return new ConfidenceLevel(new BigDecimal(text));
    }

    /** One minus this level. */
    public ConfidenceLevel complement() {
        return new ConfidenceLevel(BigDecimal.ONE.subtract(value));
    }

    public double asDouble() {
        return value.doubleValue();
    }

    long numerator() {
        return value.unscaledValue().longValueExact();
    }

    long denominator() {
        return BigInteger.TEN.pow(value.scale()).longValueExact();
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
