package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;

/**
 * European option on a forward that moves by absolute, normally distributed amounts: for rates and prices that can be
 * negative.
 *
 * <p>Definition: {@code D (w (F - K) N(w d) + s sqrt(T) n(d))}, {@code d = (F - K) / (s sqrt T)}, with discount factor
 * D and normal vol s in price units per square root of a year. Reference: L. Bachelier, Theorie de la speculation (1900).
 */
public final class Bachelier {
    private Bachelier() {}

    public static double price(EuropeanOption option, double forward, double discountFactor, double normalVol) {
        Refuse.nonFinite("forward", forward);
        Refuse.nonPositive("discountFactor", discountFactor);
        Refuse.negative("normalVol", normalVol);
        double w = option.type().sign();
        double deviation = normalVol * Math.sqrt(option.expiryYears());
        double moneyness = forward - option.strike();
        if (deviation == 0.0) {
            return discountFactor * option.payoff(forward);
        }
        double d = moneyness / deviation;
        return discountFactor * (w * moneyness * NormalCdf.of(w * d) + deviation * NormalCdf.density(d));
    }
}
