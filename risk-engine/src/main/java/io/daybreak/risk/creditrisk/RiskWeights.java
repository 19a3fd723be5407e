package io.daybreak.risk.creditrisk;

import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Risk weights of the standardised approach as versioned data.
 *
 * <p>Source: Basel Framework CRE20, version in force from 1 January 2023. National versions differ (the UK's and the
 * EU's in real estate, SMEs and ratings below B-); they are another instance of this class, not another code.
 */
public final class RiskWeights implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String version;
    private final Map<ExposureClass, Map<RatingBand, BigDecimal>> byRating;
    private final Map<ExposureClass, List<Step>> byLoanToValue;
    private final Map<ExposureClass, BigDecimal> fixed;

    private RiskWeights(
            String version,
            Map<ExposureClass, Map<RatingBand, BigDecimal>> byRating,
            Map<ExposureClass, List<Step>> byLoanToValue,
            Map<ExposureClass, BigDecimal> fixed) {
        this.version = version;
        this.byRating = byRating;
        this.byLoanToValue = byLoanToValue;
        this.fixed = fixed;
    }

    /** Risk weight up to and including a loan-to-value ratio. */
    private record Step(BigDecimal upToLoanToValue, BigDecimal riskWeight) implements Serializable {}

    /** The Basel standard itself. */
    public static RiskWeights basel2023() {
        Map<ExposureClass, Map<RatingBand, BigDecimal>> rated = new EnumMap<>(ExposureClass.class);
        rated.put(ExposureClass.SOVEREIGN, bands("0", "0.20", "0.50", "1.00", "1.00", "1.50", "1.00"));
        rated.put(ExposureClass.PUBLIC_SECTOR, bands("0.20", "0.50", "1.00", "1.00", "1.00", "1.50", "1.00"));
        rated.put(ExposureClass.DEVELOPMENT_BANK, bands("0.20", "0.30", "0.50", "1.00", "1.00", "1.50", "0.50"));
        rated.put(ExposureClass.COVERED_BOND, bands("0.10", "0.20", "0.20", "0.50", "0.50", "1.00"));
        rated.put(ExposureClass.CORPORATE, bands("0.20", "0.50", "0.75", "1.00", "1.50", "1.50", "1.00"));
        Map<ExposureClass, List<Step>> real = new EnumMap<>(ExposureClass.class);
        real.put(
                ExposureClass.RESIDENTIAL_REAL_ESTATE,
                steps("0.5:0.20", "0.6:0.25", "0.8:0.30", "0.9:0.40", "1.0:0.50", "max:0.70"));
        real.put(
                ExposureClass.RESIDENTIAL_INCOME_PRODUCING,
                steps("0.5:0.30", "0.6:0.35", "0.8:0.45", "0.9:0.60", "1.0:0.75", "max:1.05"));
        real.put(ExposureClass.COMMERCIAL_INCOME_PRODUCING, steps("0.6:0.70", "0.8:0.90", "max:1.10"));
        Map<ExposureClass, BigDecimal> flat = new EnumMap<>(ExposureClass.class);
        flat.put(ExposureClass.SOVEREIGN_DOMESTIC_CURRENCY, new BigDecimal("0"));
        flat.put(ExposureClass.DEVELOPMENT_BANK_NAMED, new BigDecimal("0"));
        flat.put(ExposureClass.CORPORATE_INVESTMENT_GRADE, new BigDecimal("0.65"));
        flat.put(ExposureClass.OBJECT_OR_COMMODITIES_FINANCE, new BigDecimal("1.00"));
        flat.put(ExposureClass.PROJECT_PRE_OPERATIONAL, new BigDecimal("1.30"));
        flat.put(ExposureClass.PROJECT_OPERATIONAL, new BigDecimal("1.00"));
        flat.put(ExposureClass.PROJECT_HIGH_QUALITY, new BigDecimal("0.80"));
        flat.put(ExposureClass.CORPORATE_SME, new BigDecimal("0.85"));
        flat.put(ExposureClass.SUBORDINATED, new BigDecimal("1.50"));
        flat.put(ExposureClass.EQUITY, new BigDecimal("2.50"));
        flat.put(ExposureClass.EQUITY_SPECULATIVE, new BigDecimal("4.00"));
        flat.put(ExposureClass.RETAIL, new BigDecimal("0.75"));
        flat.put(ExposureClass.RETAIL_TRANSACTOR, new BigDecimal("0.45"));
        flat.put(ExposureClass.RETAIL_OTHER, new BigDecimal("1.00"));
        flat.put(ExposureClass.LAND_DEVELOPMENT, new BigDecimal("1.50"));
        flat.put(ExposureClass.LAND_DEVELOPMENT_RESIDENTIAL, new BigDecimal("1.00"));
        flat.put(ExposureClass.DEFAULTED_RESIDENTIAL, new BigDecimal("1.00"));
        flat.put(ExposureClass.CASH, new BigDecimal("0"));
        flat.put(ExposureClass.CASH_IN_COLLECTION, new BigDecimal("0.20"));
        flat.put(ExposureClass.OTHER, new BigDecimal("1.00"));
        return new RiskWeights("BCBS CRE20, in force 2023-01-01", rated, real, flat);
    }

    public String version() {
        return version;
    }

    /** Weight of an exposure's class, rating and features, before the currency mismatch multiplier. */
    BigDecimal of(Exposure exposure) {
        return switch (exposure.exposureClass()) {
            case DEFAULTED -> defaulted(exposure);
            case COMMERCIAL_REAL_ESTATE -> commercial(exposure);
            default -> of(exposure.exposureClass(), exposure.rating(), exposure.features());
        };
    }

    BigDecimal of(ExposureClass exposureClass, RatingBand rating, Exposure.Features features) {
        Map<RatingBand, BigDecimal> bands = byRating.get(exposureClass);
        if (bands != null) {
            BigDecimal weight = bands.get(rating);
            return weight != null ? weight : unratedCoveredBond(features.grade());
        }
        List<Step> steps = byLoanToValue.get(exposureClass);
        if (steps != null) {
            return byLoanToValue(exposureClass, steps, features.loanToValue());
        }
        BigDecimal weight = fixed.get(exposureClass);
        if (weight != null) {
            return weight;
        }
        return switch (exposureClass) {
            case BANK_RATED -> ratedBank(rating, features);
            case BANK_GRADED -> gradedBank(features.grade(), features.shortTerm());
            default ->
                throw new RefusedInputException(
                        "class " + exposureClass + " has no risk weight of its own; it cannot stand as a counterparty");
        };
    }

    private static BigDecimal byLoanToValue(ExposureClass exposureClass, List<Step> steps, BigDecimal loanToValue) {
        if (loanToValue.signum() <= 0) {
            throw new RefusedInputException(
                    "loan-to-value of a " + exposureClass + " exposure is " + loanToValue + "; it must be positive");
        }
        for (Step step : steps) {
            if (loanToValue.compareTo(step.upToLoanToValue()) <= 0) {
                return step.riskWeight();
            }
        }
        throw new IllegalStateException("the last step has no bound");
    }

    /** CRE20.18, Table 6; CRE20.19 for short-term claims. An unrated bank goes by its grade. */
    private static BigDecimal ratedBank(RatingBand rating, Exposure.Features features) {
        boolean shortTerm = features.shortTerm();
        return switch (rating) {
            case AAA_TO_AA_MINUS -> new BigDecimal("0.20");
            case A_PLUS_TO_A_MINUS -> new BigDecimal(shortTerm ? "0.20" : "0.30");
            case BBB_PLUS_TO_BBB_MINUS -> new BigDecimal(shortTerm ? "0.20" : "0.50");
            case BB_PLUS_TO_BB_MINUS, B_PLUS_TO_B_MINUS -> new BigDecimal(shortTerm ? "0.50" : "1.00");
            case BELOW_B_MINUS -> new BigDecimal("1.50");
            case UNRATED -> gradedBank(features.grade(), shortTerm);
        };
    }

    /** CRE20.21, Table 7. */
    private static BigDecimal gradedBank(BankGrade grade, boolean shortTerm) {
        return switch (grade) {
            case A_ENHANCED -> new BigDecimal(shortTerm ? "0.20" : "0.30");
            case A -> new BigDecimal(shortTerm ? "0.20" : "0.40");
            case B -> new BigDecimal(shortTerm ? "0.50" : "0.75");
            case C -> new BigDecimal("1.50");
        };
    }

    /** CRE20.39: a covered bond without rating goes by the issuing bank's grade. */
    private static BigDecimal unratedCoveredBond(BankGrade issuer) {
        return switch (issuer) {
            case A_ENHANCED -> new BigDecimal("0.15");
            case A -> new BigDecimal("0.20");
            case B -> new BigDecimal("0.35");
            case C -> new BigDecimal("1.00");
        };
    }

    /** CRE20.85: up to 60 % loan-to-value the lower of 60 % and the counterparty's weight, above it the counterparty's. */
    private BigDecimal commercial(Exposure exposure) {
        Exposure.Features features = exposure.features();
        BigDecimal counterparty = of(features.counterparty(), exposure.rating(), features);
        if (features.loanToValue().signum() <= 0) {
            throw new RefusedInputException("loan-to-value of commercial exposure " + exposure.id() + " is "
                    + features.loanToValue() + "; it must be positive");
        }
        return features.loanToValue().compareTo(new BigDecimal("0.60")) <= 0
                ? counterparty.min(new BigDecimal("0.60"))
                : counterparty;
    }

    /** CRE20.104: 150 % while specific provisions are below a fifth of the outstanding amount, 100 % from there. */
    private static BigDecimal defaulted(Exposure exposure) {
        BigDecimal fifth = exposure.drawn().multiply(new BigDecimal("0.20"));
        return exposure.specificProvisions().compareTo(fifth) < 0 ? new BigDecimal("1.50") : new BigDecimal("1.00");
    }

    private static Map<RatingBand, BigDecimal> bands(String... weights) {
        Map<RatingBand, BigDecimal> map = new EnumMap<>(RatingBand.class);
        for (int i = 0; i < weights.length; i++) {
            map.put(RatingBand.values()[i], new BigDecimal(weights[i]));
        }
        return map;
    }

    private static List<Step> steps(String... texts) {
        return java.util.Arrays.stream(texts)
                .map(text -> text.split(":", 2))
                .map(parts -> new Step(
                        parts[0].equals("max") ? new BigDecimal("1e9") : new BigDecimal(parts[0]),
                        new BigDecimal(parts[1])))
                .toList();
    }
}
