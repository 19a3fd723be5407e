package io.daybreak.jobs.sample;

/** Every way a landed row is spoilt on purpose. */
enum Defect {
    NULL_TRANSACTION_ID,
    NULL_ACCOUNT,
    NULL_CUSTOMER,
    NULL_TYPE,
    BAD_TYPE,
    NULL_AMOUNT,
    ZERO_AMOUNT,
    NEGATIVE_AMOUNT,
    NULL_CURRENCY,
    BAD_CURRENCY,
    NO_FIXING,
    EXCESS_DECIMALS,
    NULL_BOOKING_TIME,
    BOOKED_BEFORE_WINDOW,
    BOOKED_IN_FUTURE,
    NULL_VALUE_DATE,
    VALUE_DATE_FAR,
    UNKNOWN_CUSTOMER,
    UNKNOWN_ACCOUNT,
    CLOSED_ACCOUNT,
    BLOCKED_ACCOUNT,
    ACCOUNT_NOT_YET_OPEN,
    ACCOUNT_CUSTOMER_MISMATCH,
    OVER_LIMIT,
    DUPLICATE_EXACT,
    DUPLICATE_OTHER_AMOUNT,
    BAD_COUNTRY,
    BAD_COUNTERPARTY_COUNTRY,
    BAD_BIC,
    BAD_IBAN,
    BAD_REFERENCE,
    CONTROL_CHARACTERS,
    UNKNOWN_CHANNEL,
    UNKNOWN_PAYMENT_METHOD,
    BAD_IP,
    /** Three defects in one row. */
    SEVERAL;

    static final Defect[] ALL = values();

    boolean duplicates() {
        return this == DUPLICATE_EXACT || this == DUPLICATE_OTHER_AMOUNT;
    }
}
