package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;

/**
 * American option by the quadratic approximation.
 *
 * <p>Definition: the European price plus {@code A (S / S*)^q} up to the critical spot {@code S*}, the intrinsic value
 * beyond; {@code S*} solves the smooth-fit condition by Newton steps. A call without yield is never exercised early
 * and equals the European one. Accuracy: within about one percent of the lattice price for expiries under a year.
 *
 * <p>Reference: G. Barone-Adesi and R. E. Whaley, Efficient analytic approximation of American option values, Journal
 * of Finance 42 (1987).
 */
public final class BaroneAdesiWhaley {
    private static final int MAX_STEPS = 200;
    private static final double TOLERANCE = 1e-10;
    private static final double LEAST_RATE = 1e-9;

    private BaroneAdesiWhaley() {}

    public static double price(EuropeanOption terms, BlackScholes.Market market) {
        double strike = Refuse.nonPositive("strike", terms.strike());
        double t = terms.expiryYears();
        double w = terms.type().sign();
        double carry = market.rate() - market.yield();
        double european = BlackScholes.price(terms, market);
        boolean neverExercisedEarly = w > 0.0 ? market.yield() <= 0.0 && market.rate() >= 0.0 : market.rate() <= 0.0;
        if (t == 0.0 || market.vol() == 0.0 || neverExercisedEarly) {
            return Math.max(european, terms.payoff(market.spot()));
        }
        double variance = market.vol() * market.vol();
        double rate = Math.abs(market.rate()) < LEAST_RATE ? LEAST_RATE : market.rate();
        double m = 2.0 * rate / variance;
        double n = 2.0 * carry / variance;
        double k = 1.0 - StrictMath.exp(-rate * t);
        double root = 0.5 * (-(n - 1.0) + w * Math.sqrt((n - 1.0) * (n - 1.0) + 4.0 * m / k));
        double critical = criticalSpot(terms, market, root);
        if (w * (market.spot() - critical) >= 0.0) {
            return w * (market.spot() - strike);
        }
        double premium = w
                * critical
                / root
                * (1.0 - StrictMath.exp(-market.yield() * t) * NormalCdf.of(w * d1(terms, market, critical)));
        return european + premium * StrictMath.pow(market.spot() / critical, root);
    }

    /** Spot at which exercising is worth as much as holding on, by the smooth-fit condition. */
    static double criticalSpot(EuropeanOption terms, BlackScholes.Market market, double root) {
        double w = terms.type().sign();
        double strike = terms.strike();
        double t = terms.expiryYears();
        double yieldDiscount = StrictMath.exp(-market.yield() * t);
        double deviation = market.vol() * Math.sqrt(t);
        double spot = firstGuess(terms, market);
        for (int step = 0; step < MAX_STEPS; step++) {
            double d = d1(terms, market, spot);
            double european = BlackScholes.price(w, strike, t, spot, market.rate(), market.yield(), market.vol());
            double right = european + w * (1.0 - yieldDiscount * NormalCdf.of(w * d)) * spot / root;
            double gap = w * (spot - strike) - right;
            if (Math.abs(gap) <= TOLERANCE * strike) {
                return spot;
            }
            double slope = w * yieldDiscount * NormalCdf.of(w * d) * (1.0 - 1.0 / root)
                    + w * (1.0 - w * yieldDiscount * NormalCdf.density(d) / deviation) / root;
            double next = (w * strike + right - slope * spot) / (w - slope);
            spot = next > 0.0 ? next : 0.5 * spot;
        }
        throw new RefusedInputException("critical spot of American option with strike " + strike + ", expiry " + t
                + " years, vol " + market.vol() + " not found within " + MAX_STEPS + " steps");
    }

    private static double firstGuess(EuropeanOption terms, BlackScholes.Market market) {
        double w = terms.type().sign();
        double t = terms.expiryYears();
        double carry = market.rate() - market.yield();
        double variance = market.vol() * market.vol();
        double n = 2.0 * carry / variance;
        double perpetualRoot =
                0.5 * (-(n - 1.0) + w * Math.sqrt((n - 1.0) * (n - 1.0) + 8.0 * market.rate() / variance));
        double perpetual = terms.strike() / (1.0 - 1.0 / perpetualRoot);
        double h = w > 0.0
                ? -(carry * t + 2.0 * market.vol() * Math.sqrt(t)) * terms.strike() / (perpetual - terms.strike())
                : (carry * t - 2.0 * market.vol() * Math.sqrt(t)) * terms.strike() / (terms.strike() - perpetual);
        double guess = w > 0.0
                ? terms.strike() + (perpetual - terms.strike()) * (1.0 - StrictMath.exp(h))
                : perpetual + (terms.strike() - perpetual) * StrictMath.exp(h);
        return Double.isFinite(guess) && guess > 0.0 ? guess : terms.strike();
    }

    private static double d1(EuropeanOption terms, BlackScholes.Market market, double spot) {
        double deviation = market.vol() * Math.sqrt(terms.expiryYears());
        double carry = market.rate() - market.yield();
        return (StrictMath.log(spot / terms.strike()) + carry * terms.expiryYears()) / deviation + 0.5 * deviation;
    }
}
