package io.daybreak.risk.credit;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.util.ArrayList;
import java.util.List;

/** Trains a scorecard: bins, weights of evidence, selection by information value, logistic fit of the bad outcome. */
public final class ScorecardTrainer {
    private final boolean[] bad;
    private final double leastInformationValue;
    private final List<Characteristic> characteristics = new ArrayList<>();
    private final List<int[]> binsOfRows = new ArrayList<>();

    /**
     * Starts training on outcomes; columns are offered one by one.
     *
     * @param leastInformationValue characteristics below are left out, usually 0.02
     */
    public ScorecardTrainer(boolean[] bad, double leastInformationValue) {
        this.bad = bad.clone();
        this.leastInformationValue = Refuse.negative("leastInformationValue", leastInformationValue);
    }

    /** Offers a categorical column; the empty string is missing. */
    public ScorecardTrainer categorical(String name, String[] values) {
        Characteristic characteristic = Characteristic.categorical(name, values, bad);
        int[] bins = new int[values.length];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = characteristic.binOf(values[i]);
        }
        return offer(characteristic, bins);
    }

    /** Offers a numeric column, binned monotonically from so many pieces; NaN is missing. */
    public ScorecardTrainer numeric(String name, double[] values, int pieces) {
        Characteristic characteristic = Characteristic.monotone(name, values, bad, pieces);
        int[] bins = new int[values.length];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = characteristic.binOf(values[i]);
        }
        return offer(characteristic, bins);
    }

    private ScorecardTrainer offer(Characteristic characteristic, int[] bins) {
        if (characteristic.informationValue() >= leastInformationValue) {
            characteristics.add(characteristic);
            binsOfRows.add(bins);
        }
        return this;
    }

    /**
     * Fits the offered columns and returns the card.
     *
     * @param ridge see {@link LogisticRegression#fit}
     */
    public Scorecard train(ScoreScale scale, double ridge) {
        if (characteristics.isEmpty()) {
            throw new RefusedInputException(
                    "no characteristic reaches information value " + leastInformationValue + "; nothing to score with");
        }
        double[][] x = new double[bad.length][characteristics.size()];
        for (int c = 0; c < characteristics.size(); c++) {
            List<Bin> bins = characteristics.get(c).bins();
            for (int i = 0; i < bad.length; i++) {
                x[i][c] = bins.get(binsOfRows.get(c)[i]).weightOfEvidence();
            }
        }
        return new Scorecard(scale, characteristics, LogisticRegression.fit(x, bad, ridge));
    }
}
