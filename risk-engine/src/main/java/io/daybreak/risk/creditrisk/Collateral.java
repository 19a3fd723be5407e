package io.daybreak.risk.creditrisk;

import io.daybreak.risk.Refuse;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Financial collateral of one exposure.
 *
 * @param value market value in the reporting currency
 * @param debtRating of a debt security; not read for the other kinds
 * @param residualMaturityYears of a debt security; not read for the other kinds
 * @param sameCurrency whether it is in the exposure's currency; if not, the currency haircut of 8 % is added
 * @param protectionYears how long the protection lasts; below the exposure's maturity it is reduced (CRE22.13)
 * @param exposureYears residual maturity of the exposure, capped at five by the rule
 */
public record Collateral(
        Kind kind,
        BigDecimal value,
        RatingBand debtRating,
        double residualMaturityYears,
        boolean sameCurrency,
        double protectionYears,
        double exposureYears)
        implements Serializable {
    /** Eligible kinds (CRE22.37) for the ten-day haircuts of CRE22.50. */
    public enum Kind {
        CASH,
        SOVEREIGN_DEBT,
        OTHER_DEBT,
        SECURITISATION,
        MAIN_INDEX_EQUITY_OR_GOLD,
        OTHER_LISTED_EQUITY
    }

    public Collateral {
        Exposure.checkAmount("of collateral", "value", value);
        Refuse.negative("residualMaturityYears", residualMaturityYears);
        Refuse.negative("protectionYears", protectionYears);
        Refuse.negative("exposureYears", exposureYears);
    }

    /** Cash in the exposure's currency for as long as the exposure lasts. */
    public static Collateral cash(BigDecimal amount) {
        return new Collateral(Kind.CASH, amount, RatingBand.UNRATED, 0.0, true, 5.0, 5.0);
    }
}
