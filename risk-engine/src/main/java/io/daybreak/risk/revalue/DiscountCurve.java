package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.RiskClass;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A zero curve of one currency, its nodes tied to risk factors, and the currency's rate against the reporting currency.
 *
 * <p>Definition: discount factor {@code exp(-z(t) t)}, {@code z} linear between nodes and flat beyond them, continuously
 * compounded per year. A node's rate and the exchange rate move as their factors do.
 *
 * @param nodeFactors index of each node's factor
 * @param nodeYears ascending, positive
 * @param zeroRates today
 * @param exchangeFactor index of the factor the exchange rate follows, or -1 for the reporting currency itself
 * @param exchangeRate reporting currency per unit of this currency, today; one for the reporting currency
 */
public record DiscountCurve(
        String currency,
        int[] nodeFactors,
        double[] nodeYears,
        double[] zeroRates,
        int exchangeFactor,
        double exchangeRate)
        implements Serializable {
    public DiscountCurve {
        nodeFactors = nodeFactors.clone();
        nodeYears = nodeYears.clone();
        zeroRates = zeroRates.clone();
        Refuse.blank("currency", currency);
        Refuse.fewerThan("curve nodes of " + currency, nodeYears.length, 1);
        Refuse.differentLength("node factors of " + currency, nodeFactors.length, nodeYears.length);
        Refuse.differentLength("zero rates of " + currency, zeroRates.length, nodeYears.length);
        Refuse.nonFiniteIn("zero rates of " + currency, zeroRates);
        Refuse.nonPositive("exchange rate of " + currency, exchangeRate);
        for (int i = 0; i < nodeYears.length; i++) {
            if (!(nodeYears[i] > (i == 0 ? 0.0 : nodeYears[i - 1]))) {
                throw new RefusedInputException("curve node " + i + " of " + currency + " is at " + nodeYears[i]
                        + " years; nodes must be positive and ascend");
            }
        }
        if (exchangeFactor < 0 && exchangeRate != 1.0) {
            throw new RefusedInputException("currency " + currency + " has exchange rate " + exchangeRate
                    + " and no factor it follows; only the reporting currency has none, at rate 1");
        }
    }

    @Override
    public int[] nodeFactors() {
        return nodeFactors.clone();
    }

    @Override
    public double[] nodeYears() {
        return nodeYears.clone();
    }

    @Override
    public double[] zeroRates() {
        return zeroRates.clone();
    }

    /** Refuses a curve whose factors are not in the set, or are of another kind. */
    void check(FactorSet factors) {
        for (int factor : nodeFactors) {
            if (factor < 0 || factor >= factors.size()) {
                throw new RefusedInputException(
                        "curve of " + currency + " refers to factor " + factor + " of a set of " + factors.size());
            }
        }
        if (exchangeFactor >= factors.size()
                || (exchangeFactor >= 0 && factors.get(exchangeFactor).riskClass() != RiskClass.FX)) {
            throw new RefusedInputException("exchange rate of " + currency + " follows factor " + exchangeFactor
                    + ", which is not an FX factor of this set");
        }
    }

    /** Discount factor for a time, from zero rates at the nodes. */
    double discount(double years, double[] rates) {
        if (years <= nodeYears[0]) {
            return StrictMath.exp(-rates[0] * years);
        }
        int last = nodeYears.length - 1;
        if (years >= nodeYears[last]) {
            return StrictMath.exp(-rates[last] * years);
        }
        int upper = Arrays.binarySearch(nodeYears, years);
        upper = upper >= 0 ? upper : -upper - 1;
        double weight = (years - nodeYears[upper - 1]) / (nodeYears[upper] - nodeYears[upper - 1]);
        return StrictMath.exp(-(rates[upper - 1] + weight * (rates[upper] - rates[upper - 1])) * years);
    }

    /** Discount factor for a time today. */
    public double discount(double years) {
        return discount(Refuse.negative("years", years), zeroRates);
    }

    /** Whether a factor moves this curve or its exchange rate. */
    boolean dependsOn(int factor) {
        return factor == exchangeFactor || Arrays.stream(nodeFactors).anyMatch(node -> node == factor);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DiscountCurve that
                && currency.equals(that.currency)
                && Arrays.equals(nodeFactors, that.nodeFactors)
                && Arrays.equals(nodeYears, that.nodeYears)
                && Arrays.equals(zeroRates, that.zeroRates)
                && exchangeFactor == that.exchangeFactor
                && exchangeRate == that.exchangeRate;
    }

    @Override
    public int hashCode() {
        return 31 * currency.hashCode() + Arrays.hashCode(nodeFactors);
    }

    @Override
    public String toString() {
        return "DiscountCurve[" + currency + ", " + nodeYears.length + " nodes]";
    }
}
