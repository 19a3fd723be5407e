package io.daybreak.risk.credit;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** Probabilities of default beside the defaults observed: is an estimate too low, and what if hardly any default was seen? */
public final class PdCalibration {
    private PdCalibration() {}

    /**
     * P-value of "the PD is not too low" by Jeffreys' test: the Beta({@code d + 1/2}, {@code n - d + 1/2}) distribution
     * function at the PD. Small where more defaulted than the PD allows.
     *
     * <p>Reference: European Central Bank, Instructions for reporting the validation results of internal models (2019),
     * section 2.5.3.1.
     */
    public static double jeffreys(int obligors, int defaults, double pd) {
        check(obligors, defaults, pd);
        return new BetaDistribution(null, defaults + 0.5, obligors - defaults + 0.5).cumulativeProbability(pd);
    }

    /** P-value of the one-sided binomial test: the probability of at least so many defaults if the PD is right. */
    public static double binomial(int obligors, int defaults, double pd) {
        check(obligors, defaults, pd);
        return defaults == 0
                ? 1.0
                : 1.0 - new BinomialDistribution(null, obligors, pd).cumulativeProbability(defaults - 1);
    }

    /**
     * Upper confidence bounds of PDs of a portfolio with few or no defaults, by the most prudent estimation: a grade is
     * taken to be no worse than those below it, so all obligors from it down stand for it; defaults are independent.
     *
     * <p>Definition: the PD at which the probability of at most the observed defaults is one minus the confidence, the
     * Beta({@code d + 1}, {@code n - d}) quantile.
     *
     * <p>Reference: K. Pluto and D. Tasche, Estimating probabilities of default for low default portfolios (2005).
     *
     * @param obligors by grade, the best first
     * @param defaults by grade
     * @param confidence of the bounds, between 0 and 1
     */
    public static double[] mostPrudent(int[] obligors, int[] defaults, double confidence) {
        Refuse.fewerThan("grades", obligors.length, 1);
        Refuse.differentLength("defaults", defaults.length, obligors.length);
        if (!(confidence > 0.0 && confidence < 1.0)) {
            throw new RefusedInputException("confidence is " + confidence + "; it must lie strictly between 0 and 1");
        }
        double[] bounds = new double[obligors.length];
        int size = 0;
        int bad = 0;
        for (int grade = obligors.length - 1; grade >= 0; grade--) {
            size += obligors[grade];
            bad += defaults[grade];
            Refuse.outside("defaults from grade " + grade + " down", bad, 0, size - 1);
            bounds[grade] = new BetaDistribution(null, bad + 1.0, size - bad).inverseCumulativeProbability(confidence);
        }
        return bounds;
    }

    private static void check(int obligors, int defaults, double pd) {
        Refuse.fewerThan("obligors", obligors, 1);
        Refuse.outside("defaults", defaults, 0, obligors);
        Refuse.outside("pd", pd, 0.0, 1.0);
    }
}
