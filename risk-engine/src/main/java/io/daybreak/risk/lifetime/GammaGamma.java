package io.daybreak.risk.lifetime;

import io.daybreak.risk.Refuse;
import java.io.Serializable;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * How much a customer spends per purchase: the Gamma-Gamma model.
 *
 * <p>Definition: a customer's amounts are Gamma(p, nu), nu over customers is Gamma(q, gamma); the mean spend given
 * {@code x} purchases of mean {@code m} is {@code p (gamma + x m) / (p x + q - 1)}. Amount is taken to be independent of
 * frequency. Customers without repeat purchase say nothing and are left out of the fit.
 *
 * <p>Reference: P. S. Fader and B. G. S. Hardie, The Gamma-Gamma model of monetary value (2013), equations 1a, 2 and 5.
 *
 * @param gamma in the currency of the data
 * @param logLikelihood of the data it was fitted to; NaN for given parameters
 */
public record GammaGamma(double p, double q, double gamma, double logLikelihood) implements Serializable {
    private static final double[] START = {1.0, 2.0, 1.0};

    public GammaGamma {
        Refuse.nonPositive("p", p);
        Refuse.nonPositive("q", q);
        Refuse.nonPositive("gamma", gamma);
    }

    /**
     * A customer's repeat purchases: how many and their mean amount.
     *
     * @param meanAmount positive, in currency units
     */
    public record Spend(int repeatPurchases, double meanAmount) implements Serializable {
        public Spend {
            Refuse.fewerThan("repeatPurchases", repeatPurchases, 1);
            Refuse.nonPositive("meanAmount", meanAmount);
        }
    }

    public static GammaGamma of(double p, double q, double gamma) {
        return new GammaGamma(p, q, gamma, Double.NaN);
    }

    /** Maximum-likelihood fit; sums run over the customers sorted, so their order does not matter. */
    public static GammaGamma fit(List<Spend> spends) {
        Refuse.fewerThan("number of repeat customers", spends.size(), 10);
        List<Spend> sorted = spends.stream()
                .sorted(java.util.Comparator.comparingInt(Spend::repeatPurchases)
                        .thenComparingDouble(Spend::meanAmount))
                .toList();
        double scale = sorted.stream().mapToDouble(Spend::meanAmount).average().orElseThrow();
        double[] start = {START[0], START[1], START[2] * scale};
        LogSpaceOptimiser.Optimum optimum =
                LogSpaceOptimiser.maximise("Gamma-Gamma", x -> logLikelihood(x[0], x[1], x[2], sorted), start);
        double[] found = optimum.parameters();
        return new GammaGamma(found[0], found[1], found[2], optimum.logLikelihood());
    }

    public double logLikelihood(List<Spend> spends) {
        return logLikelihood(p, q, gamma, spends);
    }

    /** Expected amount per purchase of a customer with these repeat purchases; needs {@code q > 1 - p x}. */
    public double expectedSpend(Spend spend) {
        int x = spend.repeatPurchases();
        return p * (gamma + x * spend.meanAmount()) / (p * x + q - 1.0);
    }

    /** Expected amount per purchase of a customer without repeat purchases: the population mean, for q above 1. */
    public double populationMean() {
        if (!(q > 1.0)) {
            throw new io.daybreak.risk.RefusedInputException(
                    "parameter q is " + q + "; the population mean exists only above 1");
        }
        return p * gamma / (q - 1.0);
    }

    private static double logLikelihood(double p, double q, double gamma, List<Spend> spends) {
        double sum = 0.0;
        for (Spend spend : spends) {
            int x = spend.repeatPurchases();
            double m = spend.meanAmount();
            double px = p * x;
            sum += Gamma.logGamma(px + q)
                    - Gamma.logGamma(px)
                    - Gamma.logGamma(q)
                    + q * StrictMath.log(gamma)
                    + (px - 1.0) * StrictMath.log(m)
                    + px * StrictMath.log(x)
                    - (px + q) * StrictMath.log(gamma + x * m);
        }
        return sum;
    }
}
