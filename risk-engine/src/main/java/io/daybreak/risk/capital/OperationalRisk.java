package io.daybreak.risk.capital;

import io.daybreak.risk.Refuse;

/**
 * Operational risk by the standardised approach of OPE25.
 *
 * <p>Definition: {@code ORC = BIC * ILM}; BIC takes 12 % of the business indicator up to EUR 1bn, 15 % to EUR 30bn, 18 %
 * beyond (OPE25.7); {@code ILM = ln(exp(1) - 1 + (LC / BIC)^0.8)} with LC fifteen times the average annual loss of ten
 * years (OPE25.9). Banks of the first bucket, and all banks where the supervisor says so, take ILM = 1 (OPE25.11).
 *
 * @param businessIndicatorComponent BIC, in the unit of the input
 * @param internalLossMultiplier ILM
 * @param capital ORC, in the unit of the input
 */
public record OperationalRisk(double businessIndicatorComponent, double internalLossMultiplier, double capital) {
    private static final double FIRST_BUCKET_EUR_BN = 1.0;
    private static final double SECOND_BUCKET_EUR_BN = 30.0;

    /**
     * Capital of a bank from its business indicator and its losses.
     *
     * @param businessIndicatorEurBn business indicator in billions of euro, as the buckets are
     * @param averageAnnualLossEurBn ten-year average of annual losses, in billions of euro
     * @param lossMultiplier whether losses count; false sets ILM to one by national discretion
     */
    public static OperationalRisk of(
            double businessIndicatorEurBn, double averageAnnualLossEurBn, boolean lossMultiplier) {
        Refuse.nonPositive("business indicator", businessIndicatorEurBn);
        Refuse.negative("average annual loss", averageAnnualLossEurBn);
        double component = component(businessIndicatorEurBn);
        boolean counts = lossMultiplier && businessIndicatorEurBn > FIRST_BUCKET_EUR_BN;
        double multiplier = counts ? multiplier(15.0 * averageAnnualLossEurBn, component) : 1.0;
        return new OperationalRisk(component, multiplier, component * multiplier);
    }

    /** Business indicator component of an indicator, both in billions of euro. */
    public static double component(double businessIndicatorEurBn) {
        double first = Math.min(businessIndicatorEurBn, FIRST_BUCKET_EUR_BN);
        double second = Math.max(0.0, Math.min(businessIndicatorEurBn, SECOND_BUCKET_EUR_BN) - FIRST_BUCKET_EUR_BN);
        double third = Math.max(0.0, businessIndicatorEurBn - SECOND_BUCKET_EUR_BN);
        return 0.12 * first + 0.15 * second + 0.18 * third;
    }

    /** Internal loss multiplier from loss component and business indicator component. */
    public static double multiplier(double lossComponent, double businessIndicatorComponent) {
        Refuse.negative("loss component", lossComponent);
        Refuse.nonPositive("business indicator component", businessIndicatorComponent);
        return Math.log(Math.E - 1.0 + Math.pow(lossComponent / businessIndicatorComponent, 0.8));
    }

    /** Risk-weighted assets: 12.5 times the capital. */
    public double riskWeightedAssets() {
        return 12.5 * capital;
    }

    /**
     * The business indicator from three-year averages of the income statement (OPE25.3): interest, leases and dividends
     * (interest part capped at 2.25 % of interest-earning assets), services, financial.
     */
    public static double businessIndicator(
            double netInterest,
            double interestEarningAssets,
            double dividends,
            double otherOperatingIncome,
            double otherOperatingExpense,
            double feeIncome,
            double feeExpense,
            double tradingBookPnl,
            double bankingBookPnl) {
        double interest = Math.min(Math.abs(netInterest), 0.0225 * Refuse.negative("assets", interestEarningAssets));
        double services = Math.max(otherOperatingIncome, otherOperatingExpense) + Math.max(feeIncome, feeExpense);
        return interest + dividends + services + Math.abs(tradingBookPnl) + Math.abs(bankingBookPnl);
    }
}
