package io.daybreak.risk.counterparty;

import io.daybreak.risk.Refuse;
import java.util.List;

/**
 * Exposure at default of one netting set by SA-CCR.
 *
 * <p>Definition (CRE52.1 to 24): {@code EAD = 1.4 (RC + m AddOn)}, {@code m = min(1, 0.05 + 0.95 exp((V - C) / (1.9 AddOn)))};
 * replacement cost {@code max(V - C, 0)} without margin and {@code max(V - C, TH + MTA - NICA, 0)} with. The exposure of
 * a margined set is capped at that of the same set without margin (CRE52.2).
 *
 * @param replacementCost RC
 * @param addOn with its steps
 * @param multiplier m
 * @param exposureAtDefault EAD
 * @param cappedAtUnmargined whether the cap made the figure
 */
public record NettingSet(
        double replacementCost, AddOn addOn, double multiplier, double exposureAtDefault, boolean cappedAtUnmargined) {
    /** CRE52.1. */
    public static final double ALPHA = 1.4;
    /** CRE52.23. */
    private static final double FLOOR = 0.05;

    /** Potential future exposure: multiplier times add-on. */
    public double potentialFutureExposure() {
        return multiplier * addOn.total();
    }

    /**
     * A set without margin agreement.
     *
     * @param value V: market value of all trades
     * @param collateral C: haircut value of net collateral held, negative when posted
     */
    public static NettingSet unmargined(List<Trade> trades, double value, double collateral) {
        return of(trades, value, collateral, null);
    }

    /** A set with a margin agreement; {@code collateral} includes variation margin and independent collateral held. */
    public static NettingSet margined(List<Trade> trades, double value, double collateral, MarginAgreement agreement) {
        NettingSet margined = of(trades, value, collateral, agreement);
        NettingSet unmargined = of(trades, value, collateral, null);
        if (unmargined.exposureAtDefault < margined.exposureAtDefault) {
            return new NettingSet(
                    margined.replacementCost, margined.addOn, margined.multiplier, unmargined.exposureAtDefault, true);
        }
        return margined;
    }

    /** Replacement cost without margin (CRE52.10). */
    public static double replacementCost(double value, double collateral) {
        return Math.max(value - collateral, 0.0);
    }

    /** Replacement cost with margin (CRE52.18). */
    public static double replacementCost(double value, double collateral, MarginAgreement agreement) {
        return Math.max(Math.max(value - collateral, agreement.uncalled()), 0.0);
    }

    private static NettingSet of(
            List<Trade> trades,
            double value,
            double collateral,
            @org.jspecify.annotations.Nullable MarginAgreement agreement) {
        Refuse.nonFinite("value", value);
        Refuse.nonFinite("collateral", collateral);
        AddOn addOn = agreement == null
                ? AddOn.of(trades, Trade::unmarginedMaturityFactor)
                : AddOn.of(trades, trade -> agreement.maturityFactor());
        double cost =
                agreement == null ? replacementCost(value, collateral) : replacementCost(value, collateral, agreement);
        double multiplier = multiplier(value - collateral, addOn.total());
        return new NettingSet(cost, addOn, multiplier, ALPHA * (cost + multiplier * addOn.total()), false);
    }

    private static double multiplier(double uncollateralised, double addOn) {
        if (addOn == 0.0) {
            return 1.0;
        }
        return Math.min(1.0, FLOOR + (1.0 - FLOOR) * Math.exp(uncollateralised / (2.0 * (1.0 - FLOOR) * addOn)));
    }
}
