package io.daybreak.risk.capital;

import io.daybreak.risk.Refuse;
import java.util.List;

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
     * One financial year of the income statement, as OPE25.3 divides it; income and expense as positive amounts.
     *
     * @param tradingBookPnl net, with its sign
     * @param bankingBookPnl net, with its sign
     */
    public record Year(
            double interestIncome,
            double interestExpense,
            double interestEarningAssets,
            double dividends,
            double otherOperatingIncome,
            double otherOperatingExpense,
            double feeIncome,
            double feeExpense,
            double tradingBookPnl,
            double bankingBookPnl) {}

    /**
     * The business indicator of the years given, three by the rule (OPE25.3).
     *
     * <p>Net items are made positive year by year before they are averaged (OPE25.4): a loss of one year does not cancel
     * another's gain. Greater-of and cap are taken of the averages.
     */
    public static double businessIndicator(List<Year> years) {
        int n = Refuse.fewerThan("financial years", years.size(), 1);
        double[] sums = new double[9];
        for (Year year : years) {
            sums[0] += Math.abs(year.interestIncome - year.interestExpense);
            sums[1] += year.interestEarningAssets;
            sums[2] += year.dividends;
            sums[3] += year.otherOperatingIncome;
            sums[4] += year.otherOperatingExpense;
            sums[5] += year.feeIncome;
            sums[6] += year.feeExpense;
            sums[7] += Math.abs(year.tradingBookPnl);
            sums[8] += Math.abs(year.bankingBookPnl);
        }
        return businessIndicator(
                sums[0] / n,
                sums[1] / n,
                sums[2] / n,
                sums[3] / n,
                sums[4] / n,
                sums[5] / n,
                sums[6] / n,
                sums[7] / n,
                sums[8] / n);
    }

    /**
     * The business indicator from averages over the years (OPE25.3): interest, leases and dividends (interest part capped
     * at 2.25 % of interest-earning assets), services, financial.
     *
     * @param netInterest average of each year's absolute net interest
     * @param tradingBookPnl average of each year's absolute net P&L
     * @param bankingBookPnl average of each year's absolute net P&L
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
        Refuse.negative("average absolute net interest", netInterest);
        Refuse.negative("average absolute trading book P&L", tradingBookPnl);
        Refuse.negative("average absolute banking book P&L", bankingBookPnl);
        double interest = Math.min(netInterest, 0.0225 * Refuse.negative("assets", interestEarningAssets));
        double services = Math.max(otherOperatingIncome, otherOperatingExpense) + Math.max(feeIncome, feeExpense);
        return interest + dividends + services + tradingBookPnl + bankingBookPnl;
    }
}
