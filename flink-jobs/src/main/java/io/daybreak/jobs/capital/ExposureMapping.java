package io.daybreak.jobs.capital;

import io.daybreak.risk.creditrisk.BankGrade;
import io.daybreak.risk.creditrisk.Collateral;
import io.daybreak.risk.creditrisk.CommitmentType;
import io.daybreak.risk.creditrisk.Exposure;
import io.daybreak.risk.creditrisk.ExposureClass;
import io.daybreak.risk.creditrisk.Guarantee;
import io.daybreak.risk.creditrisk.RatingBand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From the contract's words to the rule's: what class, commitment and protection an exposure is under CRE20 and CRE22.
 *
 * <p>Where the feed does not say what the rule asks, the stricter reading is taken: an unrated bank is of grade C, a
 * borrower's income is in the base currency, real estate without a loan-to-value goes by its borrower, collateral lasts
 * as long as the exposure only if it does not say otherwise.
 */
final class ExposureMapping {

    private static final int DEFAULTED_DAYS = 90;
    private static final double SHORT_TERM_YEARS = 0.25;

    /**
     * One landed exposure, amounts in the base currency.
     *
     * @param loanToValue zero if there is none
     * @param rating empty if there is none
     */
    record Landed(
            String id,
            String exposureClass,
            String product,
            String rating,
            BigDecimal drawn,
            BigDecimal undrawn,
            BigDecimal provision,
            BigDecimal loanToValue,
            int daysPastDue,
            double originalYears,
            double residualYears,
            boolean baseCurrency) {}

    /** One item that secures it, in the base currency. */
    record Item(String type, BigDecimal value, String rating, double residualYears, boolean sameCurrency) {}

    /** @throws IllegalArgumentException if a class, product or collateral type is not the contract's */
    static Exposure exposure(Landed landed, List<Item> items) {
        List<Collateral> collateral = new ArrayList<>();
        List<Guarantee> guarantees = new ArrayList<>();
        for (Item item : items) {
            if (item.type().equals("GUARANTEE")) {
                guarantees.add(new Guarantee(
                        item.value(),
                        ExposureClass.CORPORATE,
                        RatingBand.of(item.rating()),
                        Exposure.Features.NONE,
                        item.sameCurrency()));
            } else {
                Collateral one = collateral(item, landed.residualYears());
                if (one != null) {
                    collateral.add(one);
                }
            }
        }
        ExposureClass exposureClass = exposureClass(landed);
        return new Exposure(
                landed.id(),
                exposureClass,
                RatingBand.of(landed.rating()),
                landed.drawn(),
                landed.undrawn(),
                commitment(landed.product()),
                landed.provision(),
                new Exposure.Features(
                        landed.originalYears() <= SHORT_TERM_YEARS,
                        BankGrade.C,
                        landed.loanToValue(),
                        ExposureClass.CORPORATE,
                        !landed.baseCurrency()),
                collateral,
                guarantees);
    }

    static ExposureClass exposureClass(Landed landed) {
        boolean rated = RatingBand.of(landed.rating()) != RatingBand.UNRATED;
        boolean valued = landed.loanToValue().signum() > 0;
        boolean pastDue = landed.daysPastDue() > DEFAULTED_DAYS;
        if (pastDue || landed.exposureClass().equals("DEFAULTED")) {
            return landed.product().equals("MORTGAGE") && valued
                    ? ExposureClass.DEFAULTED_RESIDENTIAL
                    : ExposureClass.DEFAULTED;
        }
        return switch (landed.exposureClass()) {
            case "SOVEREIGN" -> ExposureClass.SOVEREIGN;
            case "PSE" -> ExposureClass.PUBLIC_SECTOR;
            case "MDB" -> ExposureClass.DEVELOPMENT_BANK;
            case "BANK" -> rated ? ExposureClass.BANK_RATED : ExposureClass.BANK_GRADED;
            case "CORPORATE" -> ExposureClass.CORPORATE;
            case "CORPORATE_SME" -> rated ? ExposureClass.CORPORATE : ExposureClass.CORPORATE_SME;
            case "RETAIL" -> ExposureClass.RETAIL;
            case "RESIDENTIAL_REAL_ESTATE" -> valued ? ExposureClass.RESIDENTIAL_REAL_ESTATE : ExposureClass.RETAIL;
            case "COMMERCIAL_REAL_ESTATE" -> valued ? ExposureClass.COMMERCIAL_REAL_ESTATE : ExposureClass.CORPORATE;
            case "EQUITY" -> ExposureClass.EQUITY;
            case "OTHER" -> ExposureClass.OTHER;
            default ->
                throw new IllegalArgumentException(
                        "exposure_class is '" + landed.exposureClass() + "', which the contract does not name");
        };
    }

    static CommitmentType commitment(String product) {
        return switch (product) {
            case "TERM_LOAN", "MORTGAGE", "BOND", "REVOLVING" -> CommitmentType.COMMITMENT;
            case "OVERDRAFT" -> CommitmentType.UNCONDITIONALLY_CANCELLABLE;
            case "GUARANTEE" -> CommitmentType.DIRECT_CREDIT_SUBSTITUTE;
            case "TRADE_FINANCE" -> CommitmentType.TRADE_LETTER_OF_CREDIT;
            default ->
                throw new IllegalArgumentException("product is '" + product + "', which the contract does not name");
        };
    }

    /** Financial collateral that CRE22.37 recognises; nothing for property, which counts in the loan-to-value. */
    private static @Nullable Collateral collateral(Item item, double exposureYears) {
        RatingBand band = RatingBand.of(item.rating());
        Collateral.Kind kind = switch (item.type()) {
            case "CASH" -> Collateral.Kind.CASH;
            case "GOLD" -> Collateral.Kind.MAIN_INDEX_EQUITY_OR_GOLD;
            case "EQUITY" -> Collateral.Kind.OTHER_LISTED_EQUITY;
            case "GOVERNMENT_BOND" -> Collateral.Kind.SOVEREIGN_DEBT;
            case "CORPORATE_BOND" -> Collateral.Kind.OTHER_DEBT;
            case "PROPERTY" -> null;
            default ->
                throw new IllegalArgumentException(
                        "collateral_type is '" + item.type() + "', which the contract does not name");
        };
        if (kind == null || !eligible(kind, band)) {
            return null;
        }
        double protection = kind == Collateral.Kind.SOVEREIGN_DEBT || kind == Collateral.Kind.OTHER_DEBT
                ? item.residualYears()
                : exposureYears;
        return new Collateral(
                kind, item.value(), band, item.residualYears(), item.sameCurrency(), protection, exposureYears);
    }

    private static boolean eligible(Collateral.Kind kind, RatingBand band) {
        return switch (kind) {
            case SOVEREIGN_DEBT -> band.compareTo(RatingBand.BB_PLUS_TO_BB_MINUS) <= 0;
            case OTHER_DEBT -> band.compareTo(RatingBand.BBB_PLUS_TO_BBB_MINUS) <= 0;
            default -> true;
        };
    }

    /** Paragraph a class's weight comes from. */
    static String rule(ExposureClass exposureClass) {
        return switch (exposureClass) {
            case SOVEREIGN -> "CRE20.7";
            case PUBLIC_SECTOR -> "CRE20.11";
            case DEVELOPMENT_BANK -> "CRE20.15";
            case BANK_RATED -> "CRE20.18";
            case BANK_GRADED -> "CRE20.21";
            case CORPORATE -> "CRE20.43";
            case CORPORATE_SME -> "CRE20.47";
            case EQUITY -> "CRE20.57";
            case RETAIL -> "CRE20.66";
            case RESIDENTIAL_REAL_ESTATE -> "CRE20.82";
            case COMMERCIAL_REAL_ESTATE -> "CRE20.85";
            case DEFAULTED -> "CRE20.104";
            case DEFAULTED_RESIDENTIAL -> "CRE20.106";
            case OTHER -> "CRE20.109";
            default -> throw new IllegalStateException(exposureClass + " is never chosen here");
        };
    }

    private ExposureMapping() {}
}
