package io.daybreak.risk.measure;

import io.daybreak.risk.Refuse;

/**
 * Expected shortfall over the liquidity horizons of MAR33.4 and MAR33.5, from shortfalls at the ten-day base horizon.
 *
 * <p>Definition: {@code ES = sqrt(sum_j (ES_j sqrt((LH_j - LH_{j-1}) / 10))^2)}, LH = 10, 20, 40, 60, 120 days, LH_0 = 0,
 * where {@code ES_j} moves only the factors whose horizon is at least {@code LH_j}; {@code ES_1} moves all. The base
 * horizon itself must not be scaled from a shorter one (MAR33.4).
 */
public final class LiquidityHorizonShortfall {
    private static final int[] HORIZON_DAYS = {10, 20, 40, 60, 120};

    private LiquidityHorizonShortfall() {}

    /** Horizons in days, ascending. */
    public static int[] horizonDays() {
        return HORIZON_DAYS.clone();
    }

    /**
     * Combines the shortfalls of the five nested factor sets.
     *
     * @param baseShortfalls five figures, all factors first, then those with horizons of 20, 40, 60 and 120 days or more
     */
    public static double of(double[] baseShortfalls) {
        Refuse.differentLength("base shortfalls", baseShortfalls.length, HORIZON_DAYS.length);
        double sum = 0.0;
        int before = 0;
        for (int j = 0; j < HORIZON_DAYS.length; j++) {
            double shortfall = Refuse.nonFinite("base shortfall " + j, baseShortfalls[j]);
            sum += shortfall * shortfall * (HORIZON_DAYS[j] - before) / 10.0;
            before = HORIZON_DAYS[j];
        }
        return Math.sqrt(sum);
    }

    /**
     * Shortfall calibrated to stress (MAR33.6): {@code ES_reduced,stressed * max(ES_full,current / ES_reduced,current, 1)}.
     * The reduced factor set must explain at least 75 % of the full one (MAR33.7).
     */
    public static double stressed(double reducedStressed, double fullCurrent, double reducedCurrent) {
        Refuse.nonPositive("reduced current shortfall", reducedCurrent);
        Refuse.negative("full current shortfall", fullCurrent);
        Refuse.negative("reduced stressed shortfall", reducedStressed);
        if (reducedCurrent < 0.75 * fullCurrent) {
            throw new io.daybreak.risk.RefusedInputException("the reduced factor set explains "
                    + reducedCurrent / fullCurrent + " of the full shortfall; MAR33.7 asks for at least 0.75");
        }
        return reducedStressed * Math.max(fullCurrent / reducedCurrent, 1.0);
    }

    /**
     * Capital of eligible desks (MAR33.15): half of the shortfall over all factors, half of the sum over risk classes.
     *
     * @param unconstrained stressed liquidity-horizon shortfall with all risk classes together
     * @param byRiskClass the same for each risk class alone
     */
    public static double internalModelCapital(double unconstrained, double[] byRiskClass) {
        double sum = 0.0;
        for (double shortfall : byRiskClass) {
            sum += Refuse.negative("risk class shortfall", shortfall);
        }
        return 0.5 * Refuse.negative("unconstrained shortfall", unconstrained) + 0.5 * sum;
    }
}
