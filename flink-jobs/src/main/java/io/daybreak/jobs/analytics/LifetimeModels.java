package io.daybreak.jobs.analytics;

import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.lifetime.BetaGeometricNbd;
import io.daybreak.risk.lifetime.GammaGamma;
import io.daybreak.risk.lifetime.PurchaseHistory;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often customers buy and how much they spend, fitted to the bank's own customers. Either model is absent when too
 * few customers buy again to fit it; what rests on it is then unknown, not guessed.
 *
 * @param frequency BG/NBD with weeks as the time unit
 * @param spend Gamma-Gamma in the base currency
 */
record LifetimeModels(
        @Nullable BetaGeometricNbd frequency, @Nullable GammaGamma spend) implements Serializable {

    /** A purchase history begins on a day that is observed to its end: nobody is observed for less. */
    private static final double SHORTEST_OBSERVATION_WEEKS = 1.0 / 7;

    static final LifetimeModels NONE = new LifetimeModels(null, null);

    /**
     * One customer as the models see him.
     *
     * @param repeatDays days with a purchase after the first
     * @param weeksToLast from the first purchase to the last
     * @param weeksObserved from the first purchase to the business date
     * @param meanSpend per repeat day, base currency; 0 without repeat days
     */
    record Buyer(int repeatDays, double weeksToLast, double weeksObserved, double meanSpend) {

        /** The history, or none if its figures contradict each other. */
        @Nullable PurchaseHistory history() {
            double observed = Math.max(weeksObserved, SHORTEST_OBSERVATION_WEEKS);
            boolean consistent = repeatDays >= 0
                    && weeksToLast >= 0
                    && weeksToLast <= observed
                    && (repeatDays > 0) == (weeksToLast > 0);
            return consistent ? new PurchaseHistory(repeatDays, weeksToLast, observed) : null;
        }
    }

    /** Fits both models as far as the buyers allow it. The order of the buyers does not matter. */
    static LifetimeModels fit(List<Buyer> buyers) {
        List<PurchaseHistory> histories = new ArrayList<>();
        List<GammaGamma.Spend> spends = new ArrayList<>();
        for (Buyer buyer : buyers) {
            PurchaseHistory history = buyer.history();
            if (history != null) {
                histories.add(history);
                if (buyer.repeatDays() > 0 && buyer.meanSpend() > 0) {
                    spends.add(new GammaGamma.Spend(buyer.repeatDays(), buyer.meanSpend()));
                }
            }
        }
        return new LifetimeModels(fitFrequency(histories), fitSpend(spends));
    }

    private static @Nullable BetaGeometricNbd fitFrequency(List<PurchaseHistory> histories) {
        try {
            return BetaGeometricNbd.fit(histories);
        } catch (RefusedInputException tooFew) {
            return null;
        }
    }

    private static @Nullable GammaGamma fitSpend(List<GammaGamma.Spend> spends) {
        try {
            return GammaGamma.fit(spends);
        } catch (RefusedInputException tooFew) {
            return null;
        }
    }

    /** Probability that the customer still buys, 0 to 1. */
    @Nullable Double probabilityActive(Buyer buyer) {
        PurchaseHistory history = buyer.history();
        return frequency == null || history == null ? null : frequency.probabilityAlive(history);
    }

    /** Expected purchase days in the weeks to come. */
    @Nullable Double expectedPurchases(Buyer buyer, double weeks) {
        PurchaseHistory history = buyer.history();
        return frequency == null || history == null ? null : frequency.expectedPurchases(history, weeks);
    }

    /** Expected spend per purchase day, base currency; the population's mean for a customer without repeat days. */
    @Nullable Double expectedSpend(int repeatDays, double meanSpend) {
        if (spend == null) {
            return null;
        }
        if (repeatDays > 0 && meanSpend > 0) {
            return spend.expectedSpend(new GammaGamma.Spend(repeatDays, meanSpend));
        }
        return spend.q() > 1 ? spend.populationMean() : null;
    }
}
