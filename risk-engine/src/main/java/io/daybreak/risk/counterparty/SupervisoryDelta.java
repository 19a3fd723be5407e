package io.daybreak.risk.counterparty;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Supervisory delta adjustment of a trade (CRE52.38 to CRE52.42). */
public final class SupervisoryDelta {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0.0, 1.0);

    private SupervisoryDelta() {}

    /** A trade that is neither option nor tranche: plus one long in the primary risk factor, minus one short. */
    public static double linear(boolean longInFactor) {
        return longInFactor ? 1.0 : -1.0;
    }

    /**
     * An option: {@code +-N(+-d1)}, {@code d1 = (ln((P + s) / (K + s)) + v^2 T / 2) / (v sqrt T)}.
     *
     * @param call whether it is a call on the primary risk factor
     * @param price of the underlying
     * @param exerciseYears to the latest exercise date
     * @param shift lambda that makes price and strike positive where rates are negative (CRE52.41), zero otherwise
     */
    public static double option(
            boolean bought,
            boolean call,
            double price,
            double strike,
            double exerciseYears,
            double volatility,
            double shift) {
        Refuse.nonPositive("exerciseYears", exerciseYears);
        Refuse.nonPositive("volatility", volatility);
        double moneyness = (price + shift) / (strike + shift);
        if (!(moneyness > 0.0) || price + shift <= 0.0) {
            throw new RefusedInputException("option with price " + price + " and strike " + strike
                    + " needs a shift above " + Math.max(-price, -strike) + " (CRE52.41); it is " + shift);
        }
        double deviation = volatility * Math.sqrt(exerciseYears);
        double d1 = Math.log(moneyness) / deviation + 0.5 * deviation;
        double size = NORMAL.cumulativeProbability(call ? d1 : -d1);
        return bought == call ? size : -size;
    }

    /**
     * A tranche: {@code +-15 / ((1 + 14 A) (1 + 14 D))}, plus for bought protection.
     *
     * @param attachment and detachment points as shares of the pool
     */
    public static double tranche(boolean protectionBought, double attachment, double detachment) {
        Refuse.outside("attachment", attachment, 0.0, 1.0);
        Refuse.outside("detachment", detachment, attachment, 1.0);
        double size = 15.0 / ((1.0 + 14.0 * attachment) * (1.0 + 14.0 * detachment));
        return protectionBought ? size : -size;
    }
}
