package io.daybreak.risk.counterparty;

import io.daybreak.risk.Refuse;
import java.io.Serializable;

/**
 * A two-way variation margin agreement.
 *
 * @param threshold TH: exposure below which no margin is called
 * @param minimumTransfer MTA
 * @param netIndependentCollateral NICA: collateral held beyond variation margin, less what is posted unsegregated
 * @param riskPeriodBusinessDays margin period of risk, see {@link #riskPeriod}
 */
public record MarginAgreement(
        double threshold, double minimumTransfer, double netIndependentCollateral, double riskPeriodBusinessDays)
        implements Serializable {
    public MarginAgreement {
        Refuse.negative("threshold", threshold);
        Refuse.negative("minimumTransfer", minimumTransfer);
        Refuse.nonFinite("netIndependentCollateral", netIndependentCollateral);
        Refuse.nonPositive("riskPeriodBusinessDays", riskPeriodBusinessDays);
    }

    /**
     * Margin period of risk (CRE52.50 and 51): floor plus days between margin calls minus one, doubled for disputes.
     *
     * @param floorBusinessDays 10 for bilateral sets, 5 for cleared client trades, 20 for more than 5,000 trades or
     *     illiquid collateral
     */
    public static double riskPeriod(int floorBusinessDays, int daysBetweenCalls, boolean disputes) {
        Refuse.fewerThan("floorBusinessDays", floorBusinessDays, 1);
        Refuse.fewerThan("daysBetweenCalls", daysBetweenCalls, 1);
        return (floorBusinessDays + daysBetweenCalls - 1) * (disputes ? 2.0 : 1.0);
    }

    /** {@code 1.5 sqrt(MPOR / 1 year)} (CRE52.52). */
    public double maturityFactor() {
        return 1.5 * Math.sqrt(riskPeriodBusinessDays / Trade.YEAR_BUSINESS_DAYS);
    }

    /** Exposure that can build up before a call: {@code TH + MTA - NICA}. */
    public double uncalled() {
        return threshold + minimumTransfer - netIndependentCollateral;
    }
}
