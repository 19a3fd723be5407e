package io.daybreak.risk.credit;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;
import java.util.List;

/**
 * One group of a characteristic's values.
 *
 * @param label what falls into it
 * @param weightOfEvidence {@code ln(share of all good / share of all bad)}
 * @param informationValue {@code (share of good - share of bad) * weightOfEvidence}
 */
public record Bin(String label, int good, int bad, double weightOfEvidence, double informationValue)
        implements Serializable {
    /**
     * Computes a bin from counts; a count of zero enters the logarithm as one half, so that a pure bin has a finite
     * weight.
     */
    public static Bin of(String label, int good, int bad, int totalGood, int totalBad) {
        Refuse.fewerThan("good in " + label, good, 0);
        Refuse.fewerThan("bad in " + label, bad, 0);
        if (totalGood < 1 || totalBad < 1) {
            throw new RefusedInputException("sample has " + totalGood + " good and " + totalBad
                    + " bad; weight of evidence needs at least one of each");
        }
        double goodShare = good / (double) totalGood;
        double badShare = bad / (double) totalBad;
        if (good == 0 && bad == 0) {
            return new Bin(label, 0, 0, 0.0, 0.0);
        }
        double weight = StrictMath.log(Math.max(good, 0.5) / totalGood) - StrictMath.log(Math.max(bad, 0.5) / totalBad);
        return new Bin(label, good, bad, weight, (goodShare - badShare) * weight);
    }

    /** Information value of a characteristic: the sum over its bins. */
    public static double informationValue(List<Bin> bins) {
        double sum = 0.0;
        for (Bin bin : bins) {
            sum += bin.informationValue();
        }
        return sum;
    }

    /** Jensen-Shannon divergence of the good and bad shares over bins, natural logarithm. */
    public static double jensenShannon(List<Bin> bins) {
        double totalGood = bins.stream().mapToInt(Bin::good).sum();
        double totalBad = bins.stream().mapToInt(Bin::bad).sum();
        double sum = 0.0;
        for (Bin bin : bins) {
            double g = bin.good() / totalGood;
            double b = bin.bad() / totalBad;
            double m = 0.5 * (g + b);
            sum += 0.5 * (term(g, m) + term(b, m));
        }
        return sum;
    }

    private static double term(double share, double middle) {
        return share == 0.0 ? 0.0 : share * StrictMath.log(share / middle);
    }
}
