package io.daybreak.risk.marketrisk;

import io.daybreak.risk.RefusedInputException;
import java.util.Set;

/**
 * Risk weights and correlations of MAR21 as tables, version in force from 1 January 2023 (d457 calibration).
 *
 * <p>The tenor correlation of GIRR is the formula of MAR21.46, not its table rounded to 0.1 percentage points.
 */
final class SbmTables {
    /** MAR21.42, Table 1. */
    private static final double[] GIRR_TENORS = {0.25, 0.5, 1, 2, 3, 5, 10, 15, 20, 30};

    private static final double[] GIRR_WEIGHTS = {0.017, 0.017, 0.016, 0.013, 0.012, 0.011, 0.011, 0.011, 0.011, 0.011};
    /** MAR21.43. */
    private static final double GIRR_INFLATION_OR_BASIS = 0.016;
    /** MAR21.44: currencies whose weights may be divided by the square root of two, besides the reporting currency. */
    private static final Set<String> LIQUID_CURRENCIES = Set.of("EUR", "USD", "GBP", "AUD", "JPY", "SEK", "CAD");
    /** MAR21.88: pairs with USD and their first-order crosses. */
    private static final Set<String> SPECIFIED_CURRENCIES = Set.of(
            "USD", "EUR", "JPY", "GBP", "AUD", "CAD", "CHF", "MXN", "CNY", "NZD", "RUB", "HKD", "SGD", "TRY", "KRW",
            "SEK", "ZAR", "INR", "NOK", "BRL");
    /** MAR21.53, Table 4. */
    private static final double[] CSR = {
        0.005, 0.01, 0.05, 0.03, 0.03, 0.02, 0.015, 0.025, 0.02, 0.04, 0.12, 0.07, 0.085, 0.055, 0.05, 0.12, 0.015, 0.05
    };
    /** MAR21.59, Table 6. */
    private static final double[] CORRELATION_TRADING = {
        0.04, 0.04, 0.08, 0.05, 0.04, 0.03, 0.02, 0.06, 0.13, 0.13, 0.16, 0.1, 0.12, 0.12, 0.12, 0.13
    };
    /** MAR21.62 to 65: senior investment grade; non-senior times 1.25, high yield times 1.75; other 3.5 %. */
    private static final double[] SECURITISATION_SENIOR = {0.009, 0.015, 0.02, 0.02, 0.008, 0.012, 0.012, 0.014};
    /** MAR21.77, Table 10: spot; repo is a hundredth. */
    private static final double[] EQUITY = {0.55, 0.60, 0.45, 0.55, 0.30, 0.35, 0.40, 0.50, 0.70, 0.50, 0.70, 0.15, 0.25
    };
    /** MAR21.78: correlation of two names of a bucket. */
    private static final double[] EQUITY_RHO = {
        0.15, 0.15, 0.15, 0.15, 0.25, 0.25, 0.25, 0.25, 0.075, 0.125, Double.NaN, 0.80, 0.80
    };
    /** MAR21.82, Table 11. */
    private static final double[] COMMODITY = {0.30, 0.35, 0.60, 0.80, 0.40, 0.45, 0.20, 0.35, 0.25, 0.35, 0.50};
    /** MAR21.83, Table 12. */
    private static final double[] COMMODITY_RHO = {0.55, 0.95, 0.40, 0.80, 0.60, 0.65, 0.55, 0.45, 0.15, 0.40, 0.15};
    /** MAR21.57, Table 5: sectors 1 to 7 (buckets 1 to 7 and 9 to 15), then buckets 8, 16, 17, 18. */
    private static final double[][] CSR_SECTOR = {
        {1, 0.75, 0.10, 0.20, 0.25, 0.20, 0.15, 0.10, 0, 0.45, 0.45},
        {0.75, 1, 0.05, 0.15, 0.20, 0.15, 0.10, 0.10, 0, 0.45, 0.45},
        {0.10, 0.05, 1, 0.05, 0.15, 0.20, 0.05, 0.20, 0, 0.45, 0.45},
        {0.20, 0.15, 0.05, 1, 0.20, 0.25, 0.05, 0.05, 0, 0.45, 0.45},
        {0.25, 0.20, 0.15, 0.20, 1, 0.25, 0.05, 0.15, 0, 0.45, 0.45},
        {0.20, 0.15, 0.20, 0.25, 0.25, 1, 0.05, 0.20, 0, 0.45, 0.45},
        {0.15, 0.10, 0.05, 0.05, 0.05, 0.05, 1, 0.05, 0, 0.45, 0.45},
        {0.10, 0.10, 0.20, 0.05, 0.15, 0.20, 0.05, 1, 0, 0.45, 0.45},
        {0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0},
        {0.45, 0.45, 0.45, 0.45, 0.45, 0.45, 0.45, 0.45, 0, 1, 0.75},
        {0.45, 0.45, 0.45, 0.45, 0.45, 0.45, 0.45, 0.45, 0, 0.75, 1}
    };

    private SbmTables() {}

    static double girrWeight(double tenorYears) {
        for (int i = 0; i < GIRR_TENORS.length; i++) {
            if (GIRR_TENORS[i] == tenorYears) {
                return GIRR_WEIGHTS[i];
            }
        }
        throw new RefusedInputException("GIRR tenor is " + tenorYears
                + " years; sensitivities are assigned to 0.25, 0.5, 1, 2, 3, 5, 10, 15, 20 and 30 (MAR21.8)");
    }

    static double girrInflationOrBasis() {
        return GIRR_INFLATION_OR_BASIS;
    }

    /** The greatest weight of any tenor: the curvature shock (MAR21.99). */
    static double girrGreatestWeight() {
        return 0.017;
    }

    static boolean isLiquid(String currency, String reportingCurrency) {
        return LIQUID_CURRENCIES.contains(currency) || currency.equals(reportingCurrency);
    }

    static boolean isSpecifiedPair(String currency, String reportingCurrency) {
        return SPECIFIED_CURRENCIES.contains(currency) && SPECIFIED_CURRENCIES.contains(reportingCurrency);
    }

    static double csrWeight(int bucket) {
        return at(CSR, bucket, SbmClass.CSR_NON_SECURITISATION);
    }

    static double correlationTradingWeight(int bucket) {
        return at(CORRELATION_TRADING, bucket, SbmClass.CSR_CORRELATION_TRADING);
    }

    static double securitisationWeight(int bucket) {
        if (bucket == 25) {
            return 0.035;
        }
        if (bucket < 1 || bucket > 24) {
            throw outside(SbmClass.CSR_SECURITISATION, bucket, 25);
        }
        double[] multiple = {1.0, 1.25, 1.75};
        return SECURITISATION_SENIOR[(bucket - 1) % 8] * multiple[(bucket - 1) / 8];
    }

    static double equityWeight(int bucket, boolean repo) {
        return at(EQUITY, bucket, SbmClass.EQUITY) * (repo ? 0.01 : 1.0);
    }

    static double equityCorrelation(int bucket) {
        return at(EQUITY_RHO, bucket, SbmClass.EQUITY);
    }

    static double commodityWeight(int bucket) {
        return at(COMMODITY, bucket, SbmClass.COMMODITY);
    }

    static double commodityCorrelation(int bucket) {
        return at(COMMODITY_RHO, bucket, SbmClass.COMMODITY);
    }

    /** Correlation of two credit buckets: sector (Table 5) times rating, one half between grades (MAR21.57). */
    static double csrGamma(int b, int c) {
        boolean rated = b <= 15 && c <= 15;
        double rating = rated && (b <= 8) != (c <= 8) ? 0.5 : 1.0;
        return rating * CSR_SECTOR[sector(b)][sector(c)];
    }

    /** Vega risk weight {@code min(0.55 sqrt(LH / 10), 1)} (MAR21.92, Table 13). */
    static double vegaWeight(SbmFactor factor) {
        int horizonDays = switch (factor.riskClass()) {
            case GIRR -> 60;
            case CSR_NON_SECURITISATION, CSR_CORRELATION_TRADING, CSR_SECURITISATION, COMMODITY -> 120;
            case EQUITY -> isLargeCap(factor.bucketNumber()) ? 20 : 60;
            case FX -> 40;
        };
        return Math.min(0.55 * Math.sqrt(horizonDays / 10.0), 1.0);
    }

    private static boolean isLargeCap(int equityBucket) {
        return equityBucket <= 8 || equityBucket == 12 || equityBucket == 13;
    }

    private static int sector(int bucket) {
        if (bucket <= 7) {
            return bucket - 1;
        }
        if (bucket == 8) {
            return 7;
        }
        return bucket <= 15 ? bucket - 9 : bucket - 8;
    }

    private static double at(double[] table, int bucket, SbmClass riskClass) {
        if (bucket < 1 || bucket > table.length) {
            throw outside(riskClass, bucket, table.length);
        }
        return table[bucket - 1];
    }

    private static RefusedInputException outside(SbmClass riskClass, int bucket, int last) {
        return new RefusedInputException(
                "bucket of " + riskClass + " is " + bucket + "; it must lie between 1 and " + last);
    }
}
