package io.daybreak.jobs.credit;

import io.daybreak.risk.credit.Bin;
import io.daybreak.risk.credit.Characteristic;
import io.daybreak.risk.credit.LogisticRegression;
import io.daybreak.risk.credit.ScoreScale;
import io.daybreak.risk.credit.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The scorecard a bank starts with: the grade given when the loan was granted, moved by what is known today.
 *
 * <p>Log-odds of good are those of the origination grade plus the weights below. Checking account and employment: counts
 * of good and bad and logistic slopes fitted on the German credit data (H. Hofmann, Statlog, 1,000 loans; UCI Machine
 * Learning Repository); a test fits them again where the data is at hand. Arrears and earlier defaults: a judgement, in
 * doublings of the odds of default. A bank with its own defaults trains its own with {@code ScorecardTrainer}.
 */
final class ReferenceScorecard {

    /** Totals of the German credit data. */
    private static final int GOOD = 700;

    private static final int BAD = 300;

    /** Slopes of the two characteristics fitted together; the slope of a weight taken whole is -1. */
    static final double CHECKING_SLOPE = -0.983611;

    static final double EMPLOYMENT_SLOPE = -0.823106;

    private static final double WHOLE = -1;

    /** Bounds of the origination grades and the default probability each stands for (geometric middle). */
    private static final double[] GRADE_BOUNDS = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.10};

    private static final double[] GRADE_PD = {0.0003, 0.0007, 0.0016, 0.0035, 0.0071, 0.0141, 0.0316, 0.0707, 0.20};

    private static final double[] ARREARS_BOUNDS = {1, 31};
    private static final double[] DEFAULTS_BOUNDS = {1, 2};

    /** People and small firms, whose account and employment say something. */
    static Scorecard retail() {
        return scorecard(
                List.of(grade(), arrears(), defaults(), checking(), employment()),
                WHOLE,
                WHOLE,
                WHOLE,
                CHECKING_SLOPE,
                EMPLOYMENT_SLOPE);
    }

    /** Firms, banks and states. */
    static Scorecard wholesale() {
        return scorecard(List.of(grade(), arrears(), defaults()), WHOLE, WHOLE, WHOLE);
    }

    private static Scorecard scorecard(List<Characteristic> characteristics, double... slopes) {
        double[] coefficients = new double[slopes.length + 1];
        System.arraycopy(slopes, 0, coefficients, 1, slopes.length);
        return new Scorecard(ScoreScale.standard(), characteristics, new LogisticRegression(coefficients, 0, 0));
    }

    private static Characteristic grade() {
        double[] weights = new double[GRADE_PD.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.log((1 - GRADE_PD[i]) / GRADE_PD[i]);
        }
        return numeric("origination grade", GRADE_BOUNDS, weights);
    }

    private static Characteristic arrears() {
        return numeric("days past due", ARREARS_BOUNDS, doublings(0, 1, 3));
    }

    private static Characteristic defaults() {
        return numeric("earlier defaults", DEFAULTS_BOUNDS, doublings(0, 1, 2));
    }

    private static Characteristic checking() {
        Map<String, Integer> places = Map.of("NEGATIVE", 0, "LOW", 1, "HIGH", 2, "NONE", 3);
        List<Bin> bins = List.of(
                german("NEGATIVE", 139, 135),
                german("LOW", 164, 105),
                german("HIGH", 49, 14),
                german("NONE", 348, 46),
                neutral());
        return new Characteristic("current account", false, new double[0], places, bins);
    }

    /** Below one year, to four, to seven, more: the classes of the German credit data. */
    private static Characteristic employment() {
        List<Bin> bins = List.of(
                german("[0, 1)", 102, 70),
                german("[1, 4)", 235, 104),
                german("[4, 7)", 135, 39),
                german("[7, inf)", 189, 64),
                neutral());
        return new Characteristic("years employed", true, new double[] {1, 4, 7}, Map.of(), bins);
    }

    private static Bin german(String label, int good, int bad) {
        return Bin.of(label, good, bad, GOOD, BAD);
    }

    private static Bin neutral() {
        return new Bin("missing", 0, 0, 0, 0);
    }

    /** Weights that double the odds of default so many times. */
    private static double[] doublings(int... times) {
        double[] weights = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            weights[i] = -times[i] * StrictMath.log(2);
        }
        return weights;
    }

    private static Characteristic numeric(String name, double[] bounds, double[] weights) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            String low = i == 0 ? "-inf" : String.valueOf(bounds[i - 1]);
            String high = i == bounds.length ? "inf" : String.valueOf(bounds[i]);
            bins.add(new Bin("[" + low + ", " + high + ")", 0, 0, weights[i], 0));
        }
        bins.add(neutral());
        return new Characteristic(name, true, bounds, Map.of(), bins);
    }

    private ReferenceScorecard() {}
}
