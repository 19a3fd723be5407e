package io.daybreak.jobs.credit;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One exposure as the credit model sees it; amounts in the base currency.
 *
 * @param exposureClass as landed
 * @param product as landed
 * @param drawn not negative
 * @param undrawn not negative
 * @param securedAmount collateral less what realising it costs
 * @param originationPd one year, decimal, strictly between 0 and 1
 * @param checkingStatus as landed
 */
record Facility(
        String exposureClass,
        String product,
        BigDecimal drawn,
        BigDecimal undrawn,
        BigDecimal securedAmount,
        LocalDate maturity,
        double interestRate,
        int daysPastDue,
        double originationPd,
        int yearsEmployed,
        String checkingStatus,
        int priorDefaults) {

    Facility {
        atLeastZero("drawn_amount", drawn);
        atLeastZero("undrawn_amount", undrawn);
        if (!(originationPd > 0 && originationPd < 1)) {
            throw new IllegalArgumentException("origination_pd is " + originationPd + "; it must lie between 0 and 1");
        }
        if (!(interestRate > -1)) {
            throw new IllegalArgumentException("interest_rate is " + interestRate + "; it must be above -1");
        }
        if (daysPastDue < 0) {
            throw new IllegalArgumentException("days_past_due is " + daysPastDue + "; zero or more is needed");
        }
    }

    private static void atLeastZero(String name, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(name + " is " + amount + "; zero or more is needed");
        }
    }
}
