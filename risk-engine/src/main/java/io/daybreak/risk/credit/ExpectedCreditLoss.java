package io.daybreak.risk.credit;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;
import java.util.List;

/**
 * Expected credit loss by IFRS 9: probability-weighted over scenarios, discounted at the effective rate.
 *
 * <p>Definition: {@code sum_s w_s sum_t (S_{t-1} - S_t) LGD_t EAD_t / (1 + r)^(t - 1/2)} over years {@code t}, survival
 * {@code S_t = S_{t-1} (1 - PD_t)}; default falls mid-year. Stage one stops after the first year, stage three takes
 * {@code LGD_1 EAD_1} at once. This is not the regulatory expected loss of CRE35 (through-the-cycle PD, downturn LGD).
 */
public final class ExpectedCreditLoss {
    private ExpectedCreditLoss() {}

    /**
     * One economic scenario for one exposure; entry {@code t} is year {@code t + 1}, the last may be a broken year.
     *
     * @param weight probability of the scenario
     * @param conditionalPd probability of default within the year given survival to its start
     * @param lossGivenDefault share of the exposure lost
     * @param exposureUnits exposure at default in currency units
     */
    public record Scenario(double weight, double[] conditionalPd, double[] lossGivenDefault, double[] exposureUnits)
            implements Serializable {
        public Scenario {
            Refuse.outside("scenario weight", weight, 0.0, 1.0);
            Refuse.fewerThan("years", conditionalPd.length, 1);
            Refuse.differentLength("lossGivenDefault", lossGivenDefault.length, conditionalPd.length);
            Refuse.differentLength("exposureUnits", exposureUnits.length, conditionalPd.length);
            for (int t = 0; t < conditionalPd.length; t++) {
                Refuse.outside("PD of year " + (t + 1), conditionalPd[t], 0.0, 1.0);
                Refuse.outside("LGD of year " + (t + 1), lossGivenDefault[t], 0.0, 1.0);
                Refuse.negative("exposure of year " + (t + 1), exposureUnits[t]);
            }
        }

        /** The same PD, LGD and exposure every year. */
        public static Scenario flat(double weight, int years, double pd, double lgd, double exposureUnits) {
            double[] pds = new double[years];
            double[] lgds = new double[years];
            double[] exposures = new double[years];
            java.util.Arrays.fill(pds, pd);
            java.util.Arrays.fill(lgds, lgd);
            java.util.Arrays.fill(exposures, exposureUnits);
            return new Scenario(weight, pds, lgds, exposures);
        }
    }

    /**
     * Expected loss of one exposure, weighted over its scenarios.
     *
     * @param effectiveRate effective interest rate per year
     * @return loss in currency units, not rounded
     * @throws RefusedInputException if the weights do not add up to one within 1e-9
     */
    public static double of(Stage stage, List<Scenario> scenarios, double effectiveRate) {
        if (!(effectiveRate > -1.0) || Double.isInfinite(effectiveRate)) {
            throw new RefusedInputException("effective rate is " + effectiveRate + "; it must exceed -1");
        }
        double weights = 0.0;
        double loss = 0.0;
        for (Scenario scenario : scenarios) {
            weights += scenario.weight();
            loss += scenario.weight() * lossIn(stage, scenario, effectiveRate);
        }
        if (Math.abs(weights - 1.0) > 1e-9) {
            throw new RefusedInputException("scenario weights add up to " + weights + "; they must add up to 1");
        }
        return loss;
    }

    private static double lossIn(Stage stage, Scenario scenario, double rate) {
        return switch (stage) {
            case ONE -> upTo(1, scenario, rate);
            case TWO -> upTo(scenario.conditionalPd().length, scenario, rate);
            case THREE -> scenario.lossGivenDefault()[0] * scenario.exposureUnits()[0];
        };
    }

    private static double upTo(int years, Scenario scenario, double rate) {
        double survival = 1.0;
        double loss = 0.0;
        for (int t = 0; t < years; t++) {
            double defaulting = survival * scenario.conditionalPd()[t];
            double discount = StrictMath.pow(1.0 + rate, -(t + 0.5));
            loss += defaulting * scenario.lossGivenDefault()[t] * scenario.exposureUnits()[t] * discount;
            survival -= defaulting;
        }
        return loss;
    }

    /** Loss rate of a group: present value of its observed losses over its gross amount (IFRS 9 B5.5.52). */
    public static double lossRate(double presentValueOfLosses, double grossUnits) {
        return Refuse.negative("present value of losses", presentValueOfLosses)
                / Refuse.nonPositive("gross amount", grossUnits);
    }

    /** Loss by a provision matrix (5.5.15): gross amounts by days-past-due bucket times their lifetime loss rates. */
    public static double byProvisionMatrix(double[] grossUnits, double[] lossRates) {
        Refuse.differentLength("loss rates", lossRates.length, grossUnits.length);
        double loss = 0.0;
        for (int b = 0; b < grossUnits.length; b++) {
            loss += Refuse.negative("gross amount " + b, grossUnits[b])
                    * Refuse.outside("loss rate " + b, lossRates[b], 0.0, 1.0);
        }
        return loss;
    }
}
