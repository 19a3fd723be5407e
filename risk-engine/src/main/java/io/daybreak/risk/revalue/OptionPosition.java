package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.RiskClass;
import io.daybreak.risk.scenario.RiskFactor;
import java.io.Serializable;

/**
 * An option contract as scenarios move it: which factors its spot and vol follow, and where they stand today.
 * Equal contracts compare equal, so that positions in them can be netted.
 *
 * @param spotFactor index of the factor the spot follows
 * @param volFactor index of the factor the vol follows, or -1 if vol does not move
 * @param exercise early exercise or not
 * @param today market it stands in before any move, in the option's currency
 * @param exchangeFactor index of the factor the exchange rate follows, or -1 where the option is in the reporting currency
 * @param exchangeRate reporting currency per unit of the option's currency, today; one for the reporting currency
 */
public record OptionPosition(
        EuropeanOption option,
        Exercise exercise,
        int spotFactor,
        int volFactor,
        BlackScholes.Market today,
        int exchangeFactor,
        double exchangeRate)
        implements Serializable {
    /** An option in the reporting currency. */
    public OptionPosition(
            EuropeanOption option, Exercise exercise, int spotFactor, int volFactor, BlackScholes.Market today) {
        this(option, exercise, spotFactor, volFactor, today, -1, 1.0);
    }

    /** When the option may be exercised. */
    public enum Exercise {
        EUROPEAN,
        AMERICAN
    }

    /** Vol never falls below this in a scenario: one basis point. */
    static final double LEAST_VOL = 1e-4;

    public OptionPosition {
        Refuse.nonPositive("strike", option.strike());
        Refuse.nonPositive("exchange rate", exchangeRate);
        if (exchangeFactor < 0 && exchangeRate != 1.0) {
            throw new RefusedInputException("option has exchange rate " + exchangeRate
                    + " and no factor it follows; only the reporting currency has none, at rate 1");
        }
    }

    /** Refuses a position whose factors are not in the set or cannot move from today's level. */
    void check(FactorSet factors) {
        if (spotFactor < 0 || spotFactor >= factors.size() || volFactor < -1 || volFactor >= factors.size()) {
            throw new RefusedInputException("option on factor " + spotFactor + " with vol factor " + volFactor
                    + " does not fit a set of " + factors.size() + " factors");
        }
        factors.get(spotFactor).checkLevel("today", today.spot());
        if (volFactor >= 0) {
            factors.get(volFactor).checkLevel("today", today.vol());
        }
        if (exchangeFactor >= factors.size()
                || (exchangeFactor >= 0 && factors.get(exchangeFactor).riskClass() != RiskClass.FX)) {
            throw new RefusedInputException("exchange rate of an option follows factor " + exchangeFactor
                    + ", which is not an FX factor of this set");
        }
    }

    /** Value of one unit today, in units of the option's currency. */
    public double value() {
        return price(today.spot(), today.vol());
    }

    /** Value of one unit after the moves; a spot moved to zero or below is refused, a vol is floored at one basis point. */
    public double value(FactorSet factors, double spotMove, double volMove) {
        RiskFactor spotRisk = factors.get(spotFactor);
        double spot = spotRisk.apply(today.spot(), spotMove);
        if (!(spot > 0.0)) {
            throw notPositive(spotRisk, spot);
        }
        double vol = volFactor < 0 ? today.vol() : factors.get(volFactor).apply(today.vol(), volMove);
        return price(spot, Math.max(vol, LEAST_VOL));
    }

    static RefusedInputException notPositive(RiskFactor factor, double spot) {
        return new RefusedInputException("spot of " + factor.id() + " moves to " + spot
                + "; Black-Scholes needs a positive spot, use Bachelier or another shift type");
    }

    private double price(double spot, double vol) {
        double w = option.type().sign();
        return switch (exercise) {
            case EUROPEAN ->
                BlackScholes.price(w, option.strike(), option.expiryYears(), spot, today.rate(), today.yield(), vol);
            case AMERICAN -> JuZhong.price(option, new BlackScholes.Market(spot, today.rate(), today.yield(), vol));
        };
    }
}
