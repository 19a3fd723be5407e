package io.daybreak.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one place where a modelled amount becomes a booked one: two decimals, half to even. */
public final class CurrencyRounding {
    private CurrencyRounding() {}

    /** Refuses NaN and infinities. */
    public static BigDecimal toCents(double amount) {
        return BigDecimal.valueOf(Refuse.nonFinite("amount", amount)).setScale(2, RoundingMode.HALF_EVEN);
    }

    public static BigDecimal toCents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
