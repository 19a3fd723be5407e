package io.daybreak.risk.creditrisk;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * One exposure as the standardised approach sees it; amounts in the reporting currency, none negative.
 *
 * @param drawn on balance sheet, gross of specific provisions
 * @param undrawn off balance sheet, before conversion
 * @param specificProvisions deducted before weighting
 * @param features what else the risk weight depends on
 * @param collateral financial collateral, comprehensive approach
 * @param guarantees unfunded protection, applied in turn to what collateral leaves
 */
public record Exposure(
        String id,
        ExposureClass exposureClass,
        RatingBand rating,
        BigDecimal drawn,
        BigDecimal undrawn,
        CommitmentType commitment,
        BigDecimal specificProvisions,
        Features features,
        List<Collateral> collateral,
        List<Guarantee> guarantees)
        implements Serializable {
    public Exposure {
        Refuse.blank("exposure id", id);
        checkAmount(id, "drawn", drawn);
        checkAmount(id, "undrawn", undrawn);
        checkAmount(id, "specificProvisions", specificProvisions);
        if (specificProvisions.compareTo(drawn.add(undrawn)) > 0) {
            throw new RefusedInputException("exposure " + id + " has provisions of " + specificProvisions
                    + ", more than its amount of " + drawn.add(undrawn));
        }
        collateral = List.copyOf(collateral);
        guarantees = List.copyOf(guarantees);
    }

    /**
     * What a risk weight may depend on besides class and rating.
     *
     * @param shortTerm bank exposure with an original maturity of three months or less (CRE20.19)
     * @param grade of an unrated bank
     * @param loanToValue of real estate: loan over prudent value; zero where there is no property
     * @param counterparty class of the borrower where the property does not decide (CRE20.85)
     * @param currencyMismatch unhedged retail or residential loan in another currency than the borrower's income
     */
    public record Features(
            boolean shortTerm,
            BankGrade grade,
            BigDecimal loanToValue,
            ExposureClass counterparty,
            boolean currencyMismatch)
            implements Serializable {
        public static final Features NONE =
                new Features(false, BankGrade.C, BigDecimal.ZERO, ExposureClass.CORPORATE, false);
    }

    /** A drawn exposure without anything else. */
    public static Exposure drawn(String id, ExposureClass exposureClass, RatingBand rating, BigDecimal amount) {
        return new Exposure(
                id,
                exposureClass,
                rating,
                amount,
                BigDecimal.ZERO,
                CommitmentType.NONE,
                BigDecimal.ZERO,
                Features.NONE,
                List.of(),
                List.of());
    }

    public Exposure withCommitment(CommitmentType type, BigDecimal undrawnAmount) {
        return new Exposure(
                id,
                exposureClass,
                rating,
                drawn,
                undrawnAmount,
                type,
                specificProvisions,
                features,
                collateral,
                guarantees);
    }

    public Exposure withProvisions(BigDecimal provisions) {
        return new Exposure(
                id, exposureClass, rating, drawn, undrawn, commitment, provisions, features, collateral, guarantees);
    }

    public Exposure withFeatures(Features other) {
        return new Exposure(
                id,
                exposureClass,
                rating,
                drawn,
                undrawn,
                commitment,
                specificProvisions,
                other,
                collateral,
                guarantees);
    }

    public Exposure withMitigation(List<Collateral> collateralHeld, List<Guarantee> guaranteesHeld) {
        return new Exposure(
                id,
                exposureClass,
                rating,
                drawn,
                undrawn,
                commitment,
                specificProvisions,
                features,
                collateralHeld,
                guaranteesHeld);
    }

    static void checkAmount(String id, String what, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new RefusedInputException(
                    "exposure " + id + " has " + what + " of " + amount + "; zero or more is needed");
        }
    }
}
