package io.daybreak.report.text;

import io.daybreak.report.spec.Facets;
import java.math.BigDecimal;

/** The digits and range a numeric type allows, for numbers of at most 18 digits. */
final class NumberBounds {

    private final int digits;
    private final boolean ranged;
    private final boolean signOnly;
    private final Facets facets;

    NumberBounds(Facets facets) {
        this.facets = facets;
        this.digits = Math.min(facets.digits(), 18);
        this.ranged = facets.least().isPresent() || facets.most().isPresent();
        this.signOnly = facets.most().isEmpty()
                && facets.least().filter(least -> least.signum() == 0).isPresent();
    }

    /** Whether a whole number is surely allowed. */
    boolean holdsWhole(long number) {
        return hasFewDigits(number) && (!ranged || (signOnly ? number >= 0 : inRange(BigDecimal.valueOf(number))));
    }

    /** Whether a decimal of this unscaled value is surely allowed. */
    boolean holds(BigDecimal value, long unscaled) {
        return hasFewDigits(unscaled) && (!ranged || (signOnly ? unscaled >= 0 : inRange(value)));
    }

    private boolean hasFewDigits(long unscaled) {
        return ByteText.digitsOf(Math.abs(unscaled)) <= digits;
    }

    private boolean inRange(BigDecimal value) {
        return facets.least().filter(least -> value.compareTo(least) < 0).isEmpty()
                && facets.most().filter(most -> value.compareTo(most) > 0).isEmpty();
    }

    /** Stands for a value that is no decimal of at most 18 digits. */
    static final long NONE = Long.MIN_VALUE;

    /** The unscaled value, or {@link #NONE}. */
    static long unscaled(BigDecimal value) {
        return value.precision() > 18
                ? NONE
                : value.scaleByPowerOfTen(value.scale()).longValue();
    }
}
