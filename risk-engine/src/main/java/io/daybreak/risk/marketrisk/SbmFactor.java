package io.daybreak.risk.marketrisk;

import io.daybreak.risk.Refuse;
import java.io.Serializable;

/**
 * A risk factor of the sensitivities-based method; sensitivities to equal factors are netted before weighting (MAR21.4).
 *
 * @param bucket number of the bucket, or the currency for GIRR and FX
 * @param name issuer, tranche or pool, commodity; for GIRR the yield curve; empty for FX
 * @param kind what of the name moves
 * @param basis bond or CDS curve, delivery location; empty where there is one
 * @param tenorYears of the curve point; for vega the maturity of the underlying (GIRR only)
 * @param optionYears maturity of the option, vega only; zero otherwise
 */
public record SbmFactor(
        SbmClass riskClass, String bucket, String name, Kind kind, String basis, double tenorYears, double optionYears)
        implements Serializable {
    /** What of a name moves. */
    public enum Kind {
        /** Yield, spread, equity or commodity price, exchange rate. */
        STANDARD,
        /** GIRR: market-implied inflation. */
        INFLATION,
        /** GIRR: cross-currency basis. */
        CROSS_CURRENCY_BASIS,
        /** Equity: repo rate. */
        REPO
    }

    public SbmFactor {
        Refuse.blank("bucket", bucket);
        Refuse.negative("tenorYears", tenorYears);
        Refuse.negative("optionYears", optionYears);
    }

    /** A yield of a currency's curve. */
    public static SbmFactor rate(String currency, String curve, double tenorYears) {
        return new SbmFactor(SbmClass.GIRR, currency, curve, Kind.STANDARD, "", tenorYears, 0.0);
    }

    /** An exchange rate against the reporting currency. */
    public static SbmFactor currency(String currency) {
        return new SbmFactor(SbmClass.FX, currency, "", Kind.STANDARD, "", 0.0, 0.0);
    }

    /** The spot price of an issuer's equity. */
    public static SbmFactor equity(int bucket, String issuer) {
        return new SbmFactor(SbmClass.EQUITY, String.valueOf(bucket), issuer, Kind.STANDARD, "", 0.0, 0.0);
    }

    /** A credit spread of an issuer at a tenor, on its bond or CDS curve. */
    public static SbmFactor spread(SbmClass riskClass, int bucket, String issuer, String basis, double tenorYears) {
        return new SbmFactor(riskClass, String.valueOf(bucket), issuer, Kind.STANDARD, basis, tenorYears, 0.0);
    }

    /** A commodity's price at a tenor and delivery location. */
    public static SbmFactor commodity(int bucket, String commodity, String location, double tenorYears) {
        return new SbmFactor(
                SbmClass.COMMODITY, String.valueOf(bucket), commodity, Kind.STANDARD, location, tenorYears, 0.0);
    }

    /** The same factor's implied volatility for an option maturity. */
    public SbmFactor vega(double maturityYears) {
        Refuse.nonPositive("option maturity", maturityYears);
        return new SbmFactor(riskClass, bucket, name, kind, basis, tenorYears, maturityYears);
    }

    int bucketNumber() {
        try {
            return Integer.parseInt(bucket);
        } catch (NumberFormatException e) {
            throw new io.daybreak.risk.RefusedInputException(
                    "bucket of " + riskClass + " factor " + name + " is " + bucket + "; a number is needed");
        }
    }
}
