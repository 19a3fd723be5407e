package io.daybreak.jobs.prepare;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one place where an amount becomes base currency: multiplied by the fixing, rounded half up to the cent. */
final class BaseAmount {

    /** The rate of the base currency to itself. */
    static final long ONE_E8 = 100_000_000L;

    private static final int RATE_SCALE = 8;

    /**
     * Hundredths of the base currency.
     *
     * @param cents hundredths of some currency
     * @param rateE8 hundred-millionths of the base currency for one unit of it
     * @throws ArithmeticException if the result does not fit 64 bits
     */
    static long cents(long cents, long rateE8) {
        if (rateE8 == ONE_E8) {
            return cents;
        }
        long high = Math.multiplyHigh(cents, rateE8);
        long product = cents * rateE8;
        if (cents >= 0 && high == 0 && product >= 0) {
            return (product + ONE_E8 / 2) / ONE_E8;
        }
        return BigDecimal.valueOf(cents)
                .multiply(BigDecimal.valueOf(rateE8, RATE_SCALE))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private BaseAmount() {}
}
