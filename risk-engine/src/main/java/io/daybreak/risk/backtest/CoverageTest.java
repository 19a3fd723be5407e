package io.daybreak.risk.backtest;

import io.daybreak.risk.Refuse;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Likelihood-ratio tests of value-at-risk exceptions.
 *
 * <p>Definitions: proportion of failures {@code LR = -2 ln(L(p) / L(x/n))} with one degree of freedom (Kupiec 1995);
 * independence against a first-order Markov chain, one degree; conditional coverage, the sum of both over the same
 * {@code n - 1} transitions, two degrees (Christoffersen 1998). {@code 0 ln 0} is taken as zero. At n = 250 the power
 * is low, and zero exceptions at 1 % already reject two-sidedly (LR 5.03) though the supervisory zone is green.
 * P-values do not hold for overlapping P&L windows.
 */
public final class CoverageTest {
    private CoverageTest() {}

    /**
     * Outcome of a likelihood-ratio test.
     *
     * @param statistic likelihood ratio, not negative
     * @param pValue probability of a statistic at least as great if the model is right
     * @param degreesOfFreedom of the chi-square distribution
     */
    public record Result(double statistic, double pValue, int degreesOfFreedom) {
        /** Whether the model is rejected at a significance such as 0.05. */
        public boolean rejectedAt(double significance) {
            return pValue < Refuse.outside("significance", significance, 0.0, 1.0);
        }
    }

    /** Kupiec's proportion of failures: does the share of exceptions fit the expected probability? */
    public static Result kupiec(int exceptions, int days, double expectedProbability) {
        Refuse.fewerThan("days", days, 1);
        Refuse.outside("exceptions", exceptions, 0, days);
        checkProbability(expectedProbability);
        double statistic = 2.0
                * (logLikelihood(exceptions, days, (double) exceptions / days)
                        - logLikelihood(exceptions, days, expectedProbability));
        return result(statistic, 1);
    }

    /** Christoffersen's independence: does an exception make one on the next day more likely? */
    public static Result independence(boolean[] hits) {
        int[][] n = transitions(hits);
        int fromCalm = n[0][0] + n[0][1];
        int fromHit = n[1][0] + n[1][1];
        double pooled = (double) (n[0][1] + n[1][1]) / (fromCalm + fromHit);
        double afterCalm = fromCalm == 0 ? 0.0 : (double) n[0][1] / fromCalm;
        double afterHit = fromHit == 0 ? 0.0 : (double) n[1][1] / fromHit;
        double statistic = 2.0
                * (logLikelihood(n[0][1], fromCalm, afterCalm)
                        + logLikelihood(n[1][1], fromHit, afterHit)
                        - logLikelihood(n[0][1] + n[1][1], fromCalm + fromHit, pooled));
        return result(statistic, 1);
    }

    /** Conditional coverage: right share and independent, together. */
    public static Result conditionalCoverage(boolean[] hits, double expectedProbability) {
        checkProbability(expectedProbability);
        int[][] n = transitions(hits);
        int exceptions = n[0][1] + n[1][1];
        double coverage =
                kupiec(exceptions, hits.length - 1, expectedProbability).statistic();
        return result(coverage + independence(hits).statistic(), 2);
    }

    private static void checkProbability(double probability) {
        if (!(probability > 0.0 && probability < 1.0)) {
            throw new io.daybreak.risk.RefusedInputException(
                    "expected probability is " + probability + "; it must lie strictly between 0 and 1");
        }
    }

    private static int[][] transitions(boolean[] hits) {
        Refuse.fewerThan("number of days", hits.length, 2);
        int[][] n = new int[2][2];
        for (int day = 1; day < hits.length; day++) {
            n[hits[day - 1] ? 1 : 0][hits[day] ? 1 : 0]++;
        }
        return n;
    }

    private static double logLikelihood(int exceptions, int days, double probability) {
        return timesLog(exceptions, probability) + timesLog(days - exceptions, 1.0 - probability);
    }

    private static double timesLog(int count, double probability) {
        return count == 0 ? 0.0 : count * Math.log(probability);
    }

    private static Result result(double statistic, int degrees) {
        double bounded = Math.max(0.0, statistic);
        double pValue = 1.0 - new ChiSquaredDistribution(null, degrees).cumulativeProbability(bounded);
        return new Result(bounded, pValue, degrees);
    }
}
