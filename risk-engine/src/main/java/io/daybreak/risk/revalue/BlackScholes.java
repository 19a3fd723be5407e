package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;
import java.io.Serializable;

/**
 * European option on a spot that pays a continuous yield, in the model of Black, Scholes and Merton.
 *
 * <p>Definition: {@code w (S e^(-qT) N(w d1) - K e^(-rT) N(w d2))}, {@code d1 = (ln(S/K) + (r - q + s^2/2) T) / (s sqrt T)},
 * {@code d2 = d1 - s sqrt T}, w = 1 for a call and -1 for a put. Rates and vol per year, continuously compounded.
 * At zero time or zero vol the discounted payoff of the forward is returned. Accuracy 1e-13 of the spot.
 *
 * <p>Reference: E. G. Haug, The Complete Guide to Option Pricing Formulas (1998), chapter 1.
 */
public final class BlackScholes {
    private BlackScholes() {}

    /**
     * Market the option is valued in.
     *
     * @param spot positive
     * @param rate continuously compounded, per year
     * @param yield dividend yield or foreign rate, continuously compounded, per year
     * @param vol per square root of a year, not negative
     */
    public record Market(double spot, double rate, double yield, double vol) implements Serializable {
        public Market {
            Refuse.nonPositive("spot", spot);
            Refuse.nonFinite("rate", rate);
            Refuse.nonFinite("yield", yield);
            Refuse.negative("vol", vol);
        }
    }

    /**
     * Sensitivities per unit of the underlying.
     *
     * @param theta change per year of time passing
     * @param vega per unit of vol
     * @param rho per unit of rate
     * @param yieldRho per unit of dividend yield
     * @param elasticity percent of option value per percent of spot
     */
    public record Greeks(
            double price,
            double delta,
            double gamma,
            double vega,
            double theta,
            double rho,
            double yieldRho,
            double elasticity) {}

    public static double price(EuropeanOption option, Market market) {
        Refuse.nonPositive("strike", option.strike());
        return price(
                option.type().sign(),
                option.strike(),
                option.expiryYears(),
                market.spot(),
                market.rate(),
                market.yield(),
                market.vol());
    }

    /** The kernel: arguments unchecked, no allocation. */
    static double price(double w, double strike, double t, double spot, double rate, double yield, double vol) {
        double forward = spot * StrictMath.exp(-yield * t);
        double discounted = strike * StrictMath.exp(-rate * t);
        double deviation = vol * Math.sqrt(t);
        if (deviation == 0.0) {
            return Math.max(0.0, w * (forward - discounted));
        }
        double d1 = StrictMath.log(forward / discounted) / deviation + 0.5 * deviation;
        return w * (forward * NormalCdf.of(w * d1) - discounted * NormalCdf.of(w * (d1 - deviation)));
    }

    /** Price and sensitivities; needs positive time and vol. */
    public static Greeks greeks(EuropeanOption option, Market market) {
        Refuse.nonPositive("strike", option.strike());
        double t = Refuse.nonPositive("expiryYears", option.expiryYears());
        double vol = Refuse.nonPositive("vol", market.vol());
        double w = option.type().sign();
        double forward = market.spot() * StrictMath.exp(-market.yield() * t);
        double discounted = option.strike() * StrictMath.exp(-market.rate() * t);
        double deviation = vol * Math.sqrt(t);
        double d1 = StrictMath.log(forward / discounted) / deviation + 0.5 * deviation;
        double n1 = NormalCdf.of(w * d1);
        double n2 = NormalCdf.of(w * (d1 - deviation));
        double price = w * (forward * n1 - discounted * n2);
        double delta = w * forward / market.spot() * n1;
        double gamma = forward * NormalCdf.density(d1) / (market.spot() * market.spot() * deviation);
        double vega = forward * NormalCdf.density(d1) * Math.sqrt(t);
        double theta =
                -vega * vol / (2.0 * t) + w * market.yield() * forward * n1 - w * market.rate() * discounted * n2;
        double rho = w * t * discounted * n2;
        double yieldRho = -w * t * forward * n1;
        return new Greeks(price, delta, gamma, vega, theta, rho, yieldRho, delta * market.spot() / price);
    }
}
