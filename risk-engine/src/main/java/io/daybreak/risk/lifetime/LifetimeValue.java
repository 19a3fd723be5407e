package io.daybreak.risk.lifetime;

import io.daybreak.risk.Refuse;

/** Discounted value of a customer's future purchases: frequency from BG/NBD times spend from Gamma-Gamma. */
public final class LifetimeValue {
    private final BetaGeometricNbd frequency;
    private final GammaGamma spend;

    public LifetimeValue(BetaGeometricNbd frequency, GammaGamma spend) {
        this.frequency = frequency;
        this.spend = spend;
    }

    /**
     * Present value of what the customer is expected to spend over the coming periods.
     *
     * @param meanAmount mean of his repeat purchases in currency units; ignored when there were none
     * @param periods number of time units ahead, each discounted at its end
     * @param discountRate per time unit, e.g. 0.01 per month
     */
    public double of(PurchaseHistory history, double meanAmount, int periods, double discountRate) {
        Refuse.fewerThan("periods", periods, 1);
        Refuse.negative("discountRate", discountRate);
        double amount = history.repeatPurchases() == 0
                ? spend.populationMean()
                : spend.expectedSpend(new GammaGamma.Spend(history.repeatPurchases(), meanAmount));
        double value = 0.0;
        double before = 0.0;
        double discount = 1.0;
        for (int period = 1; period <= periods; period++) {
            double until = frequency.expectedPurchases(history, period);
            discount /= 1.0 + discountRate;
            value += (until - before) * amount * discount;
            before = until;
        }
        return value;
    }
}
