package io.daybreak.risk.lifetime;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * How often a customer buys and whether he still does: the beta-geometric / NBD model.
 *
 * <p>Definition: while active a customer buys at a Poisson rate drawn from Gamma(r, alpha); after each purchase he
 * leaves with a probability drawn from Beta(a, b). Expectations are conditional on (x, t_x, T).
 *
 * <p>Accuracy: the hypergeometric series is summed until a term adds less than 1e-16 of the sum. Reference: P. S. Fader,
 * B. G. S. Hardie, K. L. Lee, "Counting your customers" the easy way, Marketing Science 24 (2005), equations 4 to 10.
 *
 * @param r shape of the purchase rates
 * @param alpha scale of the purchase rates, in the time unit of the data
 * @param a first parameter of the drop-out probabilities
 * @param b second parameter of the drop-out probabilities
 * @param logLikelihood of the data it was fitted to; NaN for given parameters
 */
public record BetaGeometricNbd(double r, double alpha, double a, double b, double logLikelihood)
        implements Serializable {
    private static final double[] START = {1.0, 1.0, 1.0, 1.0};

    public BetaGeometricNbd {
        Refuse.nonPositive("r", r);
        Refuse.nonPositive("alpha", alpha);
        Refuse.nonPositive("a", a);
        Refuse.nonPositive("b", b);
    }

    /** A model with given parameters. */
    public static BetaGeometricNbd of(double r, double alpha, double a, double b) {
        return new BetaGeometricNbd(r, alpha, a, b, Double.NaN);
    }

    /**
     * Maximum-likelihood fit; the order of the histories does not matter, equal ones are counted once.
     *
     * @throws RefusedInputException for fewer than ten customers, none of whom may be the only repeat buyer
     */
    public static BetaGeometricNbd fit(List<PurchaseHistory> histories) {
        Refuse.fewerThan("number of customers", histories.size(), 10);
        Map<PurchaseHistory, Integer> counts = counted(histories);
        long repeaters = histories.stream().filter(h -> h.repeatPurchases() > 0).count();
        if (repeaters < 2) {
            throw new RefusedInputException("only " + repeaters + " of " + histories.size()
                    + " customers bought again; at least 2 are needed to fit BG/NBD");
        }
        LogSpaceOptimiser.Optimum optimum =
                LogSpaceOptimiser.maximise("BG/NBD", p -> logLikelihood(p[0], p[1], p[2], p[3], counts), START);
        double[] p = optimum.parameters();
        return new BetaGeometricNbd(p[0], p[1], p[2], p[3], optimum.logLikelihood());
    }

    /** Log-likelihood of histories under this model. */
    public double logLikelihood(List<PurchaseHistory> histories) {
        return logLikelihood(r, alpha, a, b, counted(histories));
    }

    /** Probability that the customer is still active at T. */
    public double probabilityAlive(PurchaseHistory history) {
        int x = history.repeatPurchases();
        if (x == 0) {
            return 1.0;
        }
        double ratio = (alpha + history.observedTime()) / (alpha + history.lastPurchaseTime());
        return 1.0 / (1.0 + a / (b + x - 1.0) * StrictMath.pow(ratio, r + x));
    }

    /** Expected purchases of this customer in the {@code time} after T. */
    public double expectedPurchases(PurchaseHistory history, double time) {
        Refuse.negative("time", time);
        checkNotOne();
        int x = history.repeatPurchases();
        double observed = history.observedTime();
        double z = time / (alpha + observed + time);
        double hypergeometric = gauss(r + x, b + x, a + b + x - 1.0, z);
        double shrink = StrictMath.pow((alpha + observed) / (alpha + observed + time), r + x);
        double whileAlive = (a + b + x - 1.0) / (a - 1.0) * (1.0 - shrink * hypergeometric);
        return whileAlive * probabilityAlive(history);
    }

    /** Expected repeat purchases of a customer nothing is known of, in the {@code time} after his first. */
    public double expectedPurchases(double time) {
        Refuse.negative("time", time);
        checkNotOne();
        double hypergeometric = gauss(r, b, a + b - 1.0, time / (alpha + time));
        double shrink = StrictMath.pow(alpha / (alpha + time), r);
        return (a + b - 1.0) / (a - 1.0) * (1.0 - shrink * hypergeometric);
    }

    /** Probability that a customer nothing is known of makes exactly so many repeat purchases within {@code time}. */
    public double probabilityOf(int purchases, double time) {
        Refuse.fewerThan("purchases", purchases, 0);
        Refuse.nonPositive("time", time);
        double stillActive = StrictMath.exp(Beta.logBeta(a, b + purchases)
                        - Beta.logBeta(a, b)
                        + Gamma.logGamma(r + purchases)
                        - Gamma.logGamma(r)
                        - Gamma.logGamma(purchases + 1.0))
                * StrictMath.pow(alpha / (alpha + time), r)
                * StrictMath.pow(time / (alpha + time), purchases);
        if (purchases == 0) {
            return stillActive;
        }
        double fewer = 0.0;
        for (int j = 0; j < purchases; j++) {
            fewer += StrictMath.exp(Gamma.logGamma(r + j) - Gamma.logGamma(r) - Gamma.logGamma(j + 1.0))
                    * StrictMath.pow(time / (alpha + time), j);
        }
        double left = StrictMath.exp(Beta.logBeta(a + 1.0, b + purchases - 1.0) - Beta.logBeta(a, b))
                * (1.0 - StrictMath.pow(alpha / (alpha + time), r) * fewer);
        return stillActive + left;
    }

    private void checkNotOne() {
        if (Math.abs(a - 1.0) < 1e-9) {
            throw new RefusedInputException("parameter a is " + a + "; expected purchases have a pole at a = 1");
        }
    }

    private static Map<PurchaseHistory, Integer> counted(List<PurchaseHistory> histories) {
        List<PurchaseHistory> sorted = histories.stream()
                .sorted(java.util.Comparator.comparingInt(PurchaseHistory::repeatPurchases)
                        .thenComparingDouble(PurchaseHistory::lastPurchaseTime)
                        .thenComparingDouble(PurchaseHistory::observedTime))
                .toList();
        Map<PurchaseHistory, Integer> counts = new LinkedHashMap<>();
        sorted.forEach(history -> counts.merge(history, 1, Integer::sum));
        return counts;
    }

    private static double logLikelihood(
            double r, double alpha, double a, double b, Map<PurchaseHistory, Integer> counts) {
        double constant = r * StrictMath.log(alpha) - Gamma.logGamma(r) - Beta.logBeta(a, b);
        double sum = 0.0;
        for (Map.Entry<PurchaseHistory, Integer> entry : counts.entrySet()) {
            PurchaseHistory h = entry.getKey();
            int x = h.repeatPurchases();
            double active = Beta.logBeta(a, b + x) - (r + x) * StrictMath.log(alpha + h.observedTime());
            double value = active;
            if (x > 0) {
                double left =
                        Beta.logBeta(a + 1.0, b + x - 1.0) - (r + x) * StrictMath.log(alpha + h.lastPurchaseTime());
                double greater = Math.max(active, left);
                value = greater + StrictMath.log(StrictMath.exp(active - greater) + StrictMath.exp(left - greater));
            }
            sum += entry.getValue() * (constant + Gamma.logGamma(r + x) + value);
        }
        return sum;
    }

    /** Gauss's hypergeometric function by its series, {@code 0 <= z < 1}. */
    static double gauss(double p, double q, double c, double z) {
        double term = 1.0;
        double sum = 1.0;
        for (int j = 0; j < 1_000_000; j++) {
            term *= (p + j) * (q + j) / ((c + j) * (j + 1.0)) * z;
            sum += term;
            if (Math.abs(term) <= 1e-16 * Math.abs(sum)) {
                return sum;
            }
        }
        throw new RefusedInputException(
                "hypergeometric series does not converge at z = " + z + "; shorten the forecast");
    }
}
