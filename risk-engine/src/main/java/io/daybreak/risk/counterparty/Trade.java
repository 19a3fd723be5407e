package io.daybreak.risk.counterparty;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;

/**
 * A derivative as SA-CCR sees it.
 *
 * @param supervisory row of CRE52.72 it takes its parameters from
 * @param hedgingSet interest rate: currency; FX: currency pair, the same way round for all trades; commodity: Energy,
 *     Metals, Agricultural or Other; credit and equity: not read, all are one set
 * @param reference credit and equity: entity or index; commodity: type, e.g. CrudeOil; not read for the others
 * @param kind standard, or a basis or volatility set of its own (CRE52.45 to 47)
 * @param notional interest rate and credit: notional; FX: foreign leg in domestic currency; equity and commodity: price
 *     times units
 * @param startYears S of CRE52.31: start of the period referenced, zero when running
 * @param endYears E of CRE52.31: its end
 * @param maturityYears M of CRE52.31: latest date the contract may still be active
 * @param delta see {@link SupervisoryDelta}
 */
public record Trade(
        String id,
        Supervisory supervisory,
        String hedgingSet,
        String reference,
        Kind kind,
        double notional,
        double startYears,
        double endYears,
        double maturityYears,
        double delta)
        implements Serializable {
    /** Kind of hedging set. */
    public enum Kind {
        STANDARD(1.0),
        /** Two risk factors of one class in one currency: supervisory factor halved (CRE52.48). */
        BASIS(0.5),
        /** The price depends on volatility: supervisory factor times five (CRE52.48). */
        VOLATILITY(5.0);

        private final double factorMultiple;

        Kind(double factorMultiple) {
            this.factorMultiple = factorMultiple;
        }

        double factorMultiple() {
            return factorMultiple;
        }
    }

    /** Business days in a year and the ten of them that floor maturities (CRE52.48 footnote, CRE52.52). */
    static final double YEAR_BUSINESS_DAYS = 250.0;

    private static final double TEN_DAYS = 10.0 / YEAR_BUSINESS_DAYS;

    public Trade {
        Refuse.blank("trade id", id);
        Refuse.negative("notional of " + id, notional);
        Refuse.negative("maturityYears of " + id, maturityYears);
        Refuse.negative("startYears of " + id, startYears);
        if (hasDuration(supervisory) && !(endYears >= startYears)) {
            throw new RefusedInputException(
                    "trade " + id + " ends after " + endYears + " years, before it starts after " + startYears);
        }
        Refuse.outside("delta of " + id, delta, -15.0, 15.0);
    }

    private static boolean hasDuration(Supervisory supervisory) {
        return supervisory.assetClass() == AssetClass.INTEREST_RATE || supervisory.assetClass() == AssetClass.CREDIT;
    }

    /** {@code (exp(-0.05 S) - exp(-0.05 E)) / 0.05}, at least ten business days (CRE52.34); one for the other classes. */
    public double supervisoryDuration() {
        if (!hasDuration(supervisory)) {
            return 1.0;
        }
        return Math.max(TEN_DAYS, (Math.exp(-0.05 * startYears) - Math.exp(-0.05 * endYears)) / 0.05);
    }

    /** Notional times supervisory duration (CRE52.34 to 37). */
    public double adjustedNotional() {
        return notional * supervisoryDuration();
    }

    /** {@code sqrt(min(M, 1))} with M at least ten business days (CRE52.48). */
    public double unmarginedMaturityFactor() {
        return Math.sqrt(Math.min(1.0, Math.max(maturityYears, TEN_DAYS)));
    }
}
