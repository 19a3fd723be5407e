package io.daybreak.jobs.prepare;

/** What can be said of a valid transaction from its own row and the reference data, in the order rows list them. */
public enum RowFlag {
    /** The counterparty's country is on a high-risk list. */
    HIGH_RISK_COUNTRY,
    /** The counterparty's country is on a monitored list. */
    MONITORED_COUNTRY,
    /** The counterparty's account is on a list. */
    LISTED_ACCOUNT,
    /** The counterparty's bank is on a list. */
    LISTED_BANK,
    /** The customer is a politically exposed person. */
    PEP,
    /** Cash of 8,000 to below 10,000 in base currency: just under the reporting threshold. */
    CASH_BELOW_THRESHOLD,
    /** At least 10,000 in base currency and a whole multiple of 1,000 in its own. */
    ROUND_AMOUNT,
    /** The account was marked dormant. */
    DORMANT_ACCOUNT,
    /** In another currency than the account's. */
    FOREIGN_CURRENCY;

    /** The flag's bit in a set of flags, if it is on. */
    long bit(boolean on) {
        return on ? 1L << ordinal() : 0;
    }
}
