package io.daybreak.risk.credit;

import io.daybreak.risk.Refuse;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Points per bin of each characteristic; a borrower's score is their sum.
 *
 * <p>Definition: with the log-odds of good {@code -(b0 + sum_i b_i woe_i)} spread over n characteristics,
 * {@code points_i = factor (-b_i woe_i - b0 / n) + offset / n}. Reasons for a low score are the characteristics that
 * cost most points against their best bin.
 */
public record Scorecard(ScoreScale scale, List<Characteristic> characteristics, LogisticRegression model)
        implements Serializable {
    public Scorecard {
        characteristics = List.copyOf(characteristics);
        Refuse.fewerThan("number of characteristics", characteristics.size(), 1);
        Refuse.differentLength("coefficients", model.coefficients().length, characteristics.size() + 1);
    }

    /**
     * What a borrower scored and why.
     *
     * @param points unrounded score
     * @param probabilityOfDefault what the score stands for
     * @param reasons the characteristics that cost most points, the costliest first
     */
    public record Score(double points, double probabilityOfDefault, List<Reason> reasons) {}

    /** Points a borrower lost on a characteristic against its best bin. */
    public record Reason(String characteristic, String bin, double pointsLost) implements Serializable {}

    /**
     * Scores a borrower; entry {@code i} of both arrays belongs to characteristic {@code i}, and the one of the other
     * kind is not read. Missing is NaN or the empty string.
     */
    public Score score(double[] numbers, String[] categories, int reasonCount) {
        Refuse.differentLength("numbers", numbers.length, characteristics.size());
        Refuse.differentLength("categories", categories.length, characteristics.size());
        double total = 0.0;
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < characteristics.size(); i++) {
            Characteristic characteristic = characteristics.get(i);
            int bin = characteristic.numeric() ? characteristic.binOf(numbers[i]) : characteristic.binOf(categories[i]);
            double points = points(i, bin);
            total += points;
            double lost = best(i) - points;
            if (lost > 0.0) {
                reasons.add(new Reason(
                        characteristic.name(), characteristic.bins().get(bin).label(), lost));
            }
        }
        reasons.sort(Comparator.comparingDouble((Reason reason) -> -reason.pointsLost())
                .thenComparing(Reason::characteristic));
        List<Reason> worst = List.copyOf(reasons.subList(0, Math.min(reasonCount, reasons.size())));
        return new Score(total, scale.probabilityOfDefault(total), worst);
    }

    /** Points of one bin. */
    public double points(int characteristic, int bin) {
        int n = characteristics.size();
        double weight = characteristics.get(characteristic).bins().get(bin).weightOfEvidence();
        double slope = model.coefficients()[characteristic + 1];
        return scale.factor() * (-slope * weight - model.coefficients()[0] / n) + scale.offset() / n;
    }

    private double best(int characteristic) {
        double best = Double.NEGATIVE_INFINITY;
        for (int bin = 0; bin < characteristics.get(characteristic).bins().size(); bin++) {
            best = Math.max(best, points(characteristic, bin));
        }
        return best;
    }
}
