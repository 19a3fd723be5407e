package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;

/**
 * American option by one flat exercise boundary: a lower bound of its value, in closed form and without iteration.
 *
 * <p>Definition (call, cost of carry {@code b = r - q}): exercise once the spot reaches
 * {@code I = B0 + (Binf - B0) (1 - exp(h))}, {@code Binf = beta K / (beta - 1)}, {@code B0 = max(K, r K / q)},
 * {@code h = -(b T + 2 s sqrt T) B0 / (Binf - B0)}. A put is the call with spot and strike, rate and yield exchanged.
 * The bound as published: at volatilities of several hundred percent it may lie below the European value.
 *
 * <p>Reference: P. Bjerksund and G. Stensland, Closed-form approximation of American options, Scandinavian Journal of
 * Management 9 (1993); the form of E. G. Haug, The Complete Guide to Option Pricing Formulas (1998), chapter 1.
 */
public final class BjerksundStensland {
    private BjerksundStensland() {}

    public static double price(EuropeanOption terms, BlackScholes.Market market) {
        double strike = Refuse.nonPositive("strike", terms.strike());
        double t = terms.expiryYears();
        boolean never = terms.type() == EuropeanOption.OptionType.CALL ? market.yield() <= 0.0 : market.rate() <= 0.0;
        if (never || t == 0.0 || market.vol() == 0.0) {
            return Math.max(BlackScholes.price(terms, market), terms.payoff(market.spot()));
        }
        return terms.type() == EuropeanOption.OptionType.CALL
                ? call(market.spot(), strike, t, market.rate(), market.yield(), market.vol())
                : call(strike, market.spot(), t, market.yield(), market.rate(), market.vol());
    }

    private static double call(double spot, double strike, double t, double rate, double yield, double vol) {
        double carry = rate - yield;
        double variance = vol * vol;
        double shift = carry / variance - 0.5;
        double beta = -shift + Math.sqrt(shift * shift + 2.0 * rate / variance);
        if (!(beta > 1.0)) {
            throw new RefusedInputException("rate " + rate + " and yield " + yield
                    + " leave no finite exercise boundary; use JuZhong for negative rates");
        }
        double perpetual = beta / (beta - 1.0) * strike;
        double now = Math.max(strike, rate / yield * strike);
        double h = -(carry * t + 2.0 * vol * Math.sqrt(t)) * now / (perpetual - now);
        double trigger = now + (perpetual - now) * -StrictMath.expm1(h);
        if (spot >= trigger) {
            return spot - strike;
        }
        Boundary boundary = new Boundary(spot, t, rate, carry, vol, trigger);
        double alpha = (trigger - strike) * StrictMath.pow(trigger / spot, -beta);
        return alpha
                - alpha * boundary.phi(beta, trigger)
                + boundary.phi(1.0, trigger) * spot
                - boundary.phi(1.0, strike) * spot
                - strike * boundary.phi(0.0, trigger)
                + strike * boundary.phi(0.0, strike);
    }

    private record Boundary(double spot, double t, double rate, double carry, double vol, double trigger) {

        /** What {@code S^gamma} under {@code H}, stopped at the trigger, is worth, over the spot's own power. */
        double phi(double gamma, double h) {
            double variance = vol * vol;
            double deviation = vol * Math.sqrt(t);
            double growth = (-rate + gamma * carry + 0.5 * gamma * (gamma - 1.0) * variance) * t;
            double d = -(StrictMath.log(spot / h) + (carry + (gamma - 0.5) * variance) * t) / deviation;
            double kappa = 2.0 * carry / variance + 2.0 * gamma - 1.0;
            double reflection = StrictMath.log(trigger / spot);
            double reflected = NormalCdf.of(d - 2.0 * reflection / deviation);
            double mirrored = reflected == 0.0 ? 0.0 : StrictMath.exp(growth + kappa * reflection) * reflected;
            return StrictMath.exp(growth) * NormalCdf.of(d) - mirrored;
        }
    }
}
