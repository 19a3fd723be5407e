package io.daybreak.risk.creditrisk;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.util.List;

/**
 * Inputs of the internal ratings-based formulas that the rule prescribes: LGD of the foundation approach, floors of the
 * advanced approach, effective maturity (CRE32).
 */
public final class RiskComponents {
    private static final double SHORTEST_YEARS = 1.0;
    private static final double LONGEST_YEARS = 5.0;

    private RiskComponents() {}

    /** An unsecured claim and its LGD under the foundation approach (CRE32.6, CRE32.7). */
    public enum Claim {
        /** Senior on sovereigns, banks and other financial institutions. */
        SENIOR_FINANCIAL_OR_SOVEREIGN(0.45),
        /** Senior on other corporates. */
        SENIOR_CORPORATE(0.40),
        SUBORDINATED(0.75);

        private final double lossGivenDefault;

        Claim(double lossGivenDefault) {
            this.lossGivenDefault = lossGivenDefault;
        }

        public double lossGivenDefault() {
            return lossGivenDefault;
        }
    }

    /** Collateral, its LGD and haircut under the foundation approach (CRE32.11), its floor under the advanced (CRE32.16). */
    public enum Security {
        /** The haircut is that of CRE22 and the caller's to take. */
        FINANCIAL(0.0, 0.0, 0.0),
        RECEIVABLES(0.20, 0.40, 0.10),
        RESIDENTIAL_REAL_ESTATE(0.20, 0.40, 0.10),
        COMMERCIAL_REAL_ESTATE(0.20, 0.40, 0.10),
        OTHER_PHYSICAL(0.25, 0.40, 0.15);

        private final double lossGivenDefault;
        private final double haircut;
        private final double floor;

        Security(double lossGivenDefault, double haircut, double floor) {
            this.lossGivenDefault = lossGivenDefault;
            this.haircut = haircut;
            this.floor = floor;
        }
    }

    /**
     * Collateral of one kind.
     *
     * @param value before the haircut of {@link Security}; of financial collateral after its haircut
     */
    public record Held(Security security, double value) {
        public Held {
            Refuse.negative("collateral value", value);
        }
    }

    /** Unsecured floors under the advanced approach. */
    public enum Floor {
        /** CRE32.16. */
        CORPORATE(0.25),
        /** CRE32.58. */
        OTHER_RETAIL(0.30);

        private final double unsecured;

        Floor(double unsecured) {
            this.unsecured = unsecured;
        }
    }

    /** Floor of a residential mortgage's LGD, whatever the property is worth (CRE32.59). */
    public static final double MORTGAGE_FLOOR = 0.05;

    /** Floor of a qualifying revolving exposure's LGD (CRE32.58). */
    public static final double REVOLVING_FLOOR = 0.50;

    /** LGD* of the foundation approach: {@code (LGD_U E_U + sum LGD_S E_S) / E}, collateral after haircuts (CRE32.10, 14). */
    public static double foundationLossGivenDefault(Claim claim, double exposure, List<Held> collateral) {
        return weighted("exposure", exposure, collateral, claim.lossGivenDefault, false);
    }

    /** Floor of an estimated LGD: the mean of secured and unsecured floors, weighted as LGD* is (CRE32.17). */
    public static double lossGivenDefaultFloor(Floor floor, double exposure, List<Held> collateral) {
        return weighted("exposure", exposure, collateral, floor.unsecured, true);
    }

    private static double weighted(
            String what, double exposure, List<Held> collateral, double unsecured, boolean floors) {
        double left = Refuse.nonPositive(what, exposure);
        double sum = 0.0;
        for (Held held : collateral) {
            double secured = Math.min(left, held.value * (1.0 - held.security.haircut));
            sum += secured * (floors ? held.security.floor : held.security.lossGivenDefault);
            left -= secured;
        }
        return (sum + left * unsecured) / exposure;
    }

    /**
     * Effective maturity {@code sum t CF_t / sum CF_t}, between one and five years (CRE32.46, CRE32.47).
     *
     * @param years of each contractual payment by the borrower
     * @param amounts principal, interest and fees
     */
    public static double effectiveMaturity(double[] years, double[] amounts) {
        Refuse.fewerThan("payments", years.length, 1);
        Refuse.differentLength("amounts", amounts.length, years.length);
        double weightedSum = 0.0;
        double sum = 0.0;
        for (int i = 0; i < years.length; i++) {
            weightedSum += Refuse.negative("years of payment", years[i]) * Refuse.negative("payment", amounts[i]);
            sum += amounts[i];
        }
        if (!(sum > 0.0)) {
            throw new RefusedInputException("payments add up to " + sum + "; there is no effective maturity");
        }
        return Math.max(SHORTEST_YEARS, Math.min(LONGEST_YEARS, weightedSum / sum));
    }
}
