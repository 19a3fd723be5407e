package io.daybreak.risk.credit;

import io.daybreak.risk.Refuse;

/** Exposure at default and loss given default of one facility, from its balances and collateral. */
public final class CreditParameters {
    private CreditParameters() {}

    /**
     * Exposure at default: what is drawn plus the share of what is not that will be by then.
     *
     * @param conversionFactor share of the undrawn amount, in [0, 1]
     */
    public static double exposureAtDefault(double drawnUnits, double limitUnits, double conversionFactor) {
        Refuse.negative("drawn", drawnUnits);
        Refuse.negative("limit", limitUnits);
        Refuse.outside("conversionFactor", conversionFactor, 0.0, 1.0);
        return drawnUnits + conversionFactor * Math.max(0.0, limitUnits - drawnUnits);
    }

    /**
     * Loss given default of a secured facility: the part the haircut collateral does not cover loses the unsecured rate.
     *
     * @param haircut share of the collateral's value lost in realisation, costs included
     * @param floor least loss given default
     */
    public static double lossGivenDefault(
            double exposureUnits, double collateralUnits, double haircut, double unsecuredLoss, double floor) {
        Refuse.nonPositive("exposure", exposureUnits);
        Refuse.negative("collateral", collateralUnits);
        Refuse.outside("haircut", haircut, 0.0, 1.0);
        Refuse.outside("unsecuredLoss", unsecuredLoss, 0.0, 1.0);
        Refuse.outside("floor", floor, 0.0, 1.0);
        double uncovered = Math.max(0.0, exposureUnits - collateralUnits * (1.0 - haircut));
        return Math.max(floor, uncovered / exposureUnits * unsecuredLoss);
    }

    /** Point-in-time PD from a through-the-cycle one, by the one-factor model: {@code N((G(PD) - sqrt(R) z) / sqrt(1 - R))}. */
    public static double pointInTimePd(double throughTheCyclePd, double correlation, double economicFactor) {
        Refuse.outside("PD", throughTheCyclePd, 0.0, 1.0);
        Refuse.outside("correlation", correlation, 0.0, 0.99);
        Refuse.nonFinite("economicFactor", economicFactor);
        if (throughTheCyclePd == 0.0 || throughTheCyclePd == 1.0) {
            return throughTheCyclePd;
        }
        var normal = new org.apache.commons.math3.distribution.NormalDistribution(null, 0.0, 1.0);
        double threshold = normal.inverseCumulativeProbability(throughTheCyclePd);
        return normal.cumulativeProbability(
                (threshold - Math.sqrt(correlation) * economicFactor) / Math.sqrt(1.0 - correlation));
    }
}
