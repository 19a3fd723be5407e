package io.daybreak.risk.creditrisk;

import io.daybreak.risk.RefusedInputException;
import java.math.BigDecimal;

/**
 * Standard supervisory haircuts for a ten-day holding period, daily remargining (CRE22.50, framework in force from
 * 1 January 2023; figures from the standard's table, not re-read from a primary copy for this table).
 */
final class SupervisoryHaircut {
    static final BigDecimal CURRENCY_MISMATCH = new BigDecimal("0.08");

    private static final double[] MATURITY_BOUNDS = {1.0, 3.0, 5.0, 10.0};
    private static final String[] SOVEREIGN_TOP = {"0.005", "0.02", "0.02", "0.04", "0.04"};
    private static final String[] OTHER_TOP = {"0.01", "0.03", "0.04", "0.06", "0.12"};
    private static final String[] SECURITISATION_TOP = {"0.02", "0.08", "0.08", "0.16", "0.16"};
    private static final String[] SOVEREIGN_MIDDLE = {"0.01", "0.03", "0.03", "0.06", "0.06"};
    private static final String[] OTHER_MIDDLE = {"0.02", "0.04", "0.06", "0.12", "0.20"};
    private static final String[] SECURITISATION_MIDDLE = {"0.04", "0.12", "0.12", "0.24", "0.24"};

    private SupervisoryHaircut() {}

    static BigDecimal of(Collateral collateral) {
        return switch (collateral.kind()) {
            case CASH -> BigDecimal.ZERO;
            case MAIN_INDEX_EQUITY_OR_GOLD -> new BigDecimal("0.20");
            case OTHER_LISTED_EQUITY -> new BigDecimal("0.30");
            case SOVEREIGN_DEBT -> sovereign(collateral);
            case OTHER_DEBT -> debt(collateral, OTHER_TOP, OTHER_MIDDLE);
            case SECURITISATION -> debt(collateral, SECURITISATION_TOP, SECURITISATION_MIDDLE);
        };
    }

    private static BigDecimal sovereign(Collateral collateral) {
        return collateral.debtRating() == RatingBand.BB_PLUS_TO_BB_MINUS
                ? new BigDecimal("0.15")
                : debt(collateral, SOVEREIGN_TOP, SOVEREIGN_MIDDLE);
    }

    private static BigDecimal debt(Collateral collateral, String[] top, String[] middle) {
        int column = 0;
        while (column < MATURITY_BOUNDS.length && collateral.residualMaturityYears() > MATURITY_BOUNDS[column]) {
            column++;
        }
        return switch (collateral.debtRating()) {
            case AAA_TO_AA_MINUS -> new BigDecimal(top[column]);
            case A_PLUS_TO_A_MINUS, BBB_PLUS_TO_BBB_MINUS -> new BigDecimal(middle[column]);
            case BB_PLUS_TO_BB_MINUS, B_PLUS_TO_B_MINUS, BELOW_B_MINUS, UNRATED ->
                throw new RefusedInputException("debt security rated " + collateral.debtRating()
                        + " is not eligible collateral (CRE22.37); leave it out");
        };
    }
}
