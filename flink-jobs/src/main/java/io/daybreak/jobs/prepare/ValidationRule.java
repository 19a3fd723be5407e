package io.daybreak.jobs.prepare;

/**
 * The rules a landed transaction must pass, in the order in which a rejected row lists them. A missing value fails the
 * rule that asks for it and no rule that looks at its content, so that every failure is said once.
 */
public enum ValidationRule {
    TRANSACTION_ID_MISSING("TX01", Category.COMPLETENESS, Severity.FATAL, "transaction_id is missing or blank"),
    ACCOUNT_MISSING("TX02", Category.COMPLETENESS, Severity.FATAL, "account_id is missing or blank"),
    CUSTOMER_MISSING("TX03", Category.COMPLETENESS, Severity.ERROR, "customer_id is missing or blank"),
    AMOUNT_MISSING("TX04", Category.COMPLETENESS, Severity.FATAL, "amount is missing"),
    AMOUNT_NOT_POSITIVE("TX05", Category.VALIDITY, Severity.ERROR, "amount is zero or negative"),
    TYPE_INVALID("TX06", Category.VALIDITY, Severity.ERROR, "transaction_type is neither DEBIT nor CREDIT"),
    CURRENCY_INVALID("TX07", Category.VALIDITY, Severity.ERROR, "currency is not an active ISO 4217 code"),
    AMOUNT_PRECISION(
            "TX08", Category.VALIDITY, Severity.ERROR, "amount has more decimals than the currency's minor unit"),
    NO_FIXING("TX09", Category.REFERENTIAL, Severity.ERROR, "currency has no exchange rate as of the business date"),
    BOOKING_TIME_MISSING("TX10", Category.COMPLETENESS, Severity.ERROR, "booking_time is missing"),
    BOOKED_TOO_EARLY(
            "TX11", Category.TIMELINESS, Severity.ERROR, "booked more than latePostingDays before the business date"),
    BOOKED_IN_FUTURE("TX12", Category.TIMELINESS, Severity.ERROR, "booked after the end of the business date"),
    VALUE_DATE_MISSING("TX13", Category.COMPLETENESS, Severity.ERROR, "value_date is missing"),
    VALUE_DATE_INCONSISTENT(
            "TX14",
            Category.CONSISTENCY,
            Severity.ERROR,
            "value_date is more than valueDateToleranceDays from booking"),
    ACCOUNT_UNKNOWN("TX15", Category.REFERENTIAL, Severity.ERROR, "no account of this id as of the business date"),
    CUSTOMER_UNKNOWN("TX16", Category.REFERENTIAL, Severity.ERROR, "no customer of this id as of the business date"),
    ACCOUNT_OF_OTHER_CUSTOMER("TX17", Category.CONSISTENCY, Severity.ERROR, "the account belongs to another customer"),
    ACCOUNT_CLOSED("TX18", Category.CONSISTENCY, Severity.ERROR, "the account is closed"),
    ACCOUNT_BLOCKED("TX19", Category.CONSISTENCY, Severity.ERROR, "the account is blocked"),
    ACCOUNT_NOT_YET_OPEN("TX20", Category.CONSISTENCY, Severity.ERROR, "booked before the account was opened"),
    DEBIT_OVER_LIMIT(
            "TX21", Category.CONSISTENCY, Severity.ERROR, "a debit above the account's daily limit, in base currency"),
    COUNTRY_INVALID("TX22", Category.VALIDITY, Severity.ERROR, "country is not an ISO 3166 alpha-2 code"),
    COUNTERPARTY_COUNTRY_INVALID(
            "TX23", Category.VALIDITY, Severity.ERROR, "counterparty_country is not an ISO 3166 alpha-2 code"),
    BIC_MALFORMED("TX24", Category.VALIDITY, Severity.ERROR, "counterparty_bank is not an ISO 9362 code of 8 or 11"),
    IBAN_CHECK_DIGITS(
            "TX25", Category.VALIDITY, Severity.ERROR, "counterparty_account looks like an IBAN and fails MOD 97-10"),
    REFERENCE_MALFORMED(
            "TX26",
            Category.VALIDITY,
            Severity.ERROR,
            "reference is longer than 35 or outside the SWIFT X character set"),
    CONTROL_CHARACTERS("TX27", Category.VALIDITY, Severity.ERROR, "description holds control characters"),
    CHANNEL_UNKNOWN("TX28", Category.VALIDITY, Severity.ERROR, "channel is not in the contract's list"),
    PAYMENT_METHOD_UNKNOWN("TX29", Category.VALIDITY, Severity.ERROR, "payment_method is not in the contract's list"),
    IP_MALFORMED("TX30", Category.VALIDITY, Severity.ERROR, "ip_address is neither IPv4 nor IPv6"),
    DUPLICATE_IN_DAY("TX31", Category.UNIQUENESS, Severity.ERROR, "transaction_id repeats an earlier row of the day"),
    DUPLICATE_OF_HISTORY(
            "TX32", Category.UNIQUENESS, Severity.ERROR, "transaction_id was published on an earlier business date");

    /** What kind of quality a rule is about. */
    public enum Category {
        COMPLETENESS,
        VALIDITY,
        CONSISTENCY,
        REFERENTIAL,
        TIMELINESS,
        UNIQUENESS
    }

    /** FATAL: nothing can be done with the row; ERROR: it can be mended and sent again. */
    public enum Severity {
        ERROR,
        FATAL
    }

    private final String id;
    private final Category category;
    private final Severity severity;
    private final String description;

    ValidationRule(String id, Category category, Severity severity, String description) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.description = description;
    }

    /** Stable identifier, as rejected rows carry it. */
    public String id() {
        return id;
    }

    public Category category() {
        return category;
    }

    public Severity severity() {
        return severity;
    }

    /** What a row that fails it is like. */
    public String description() {
        return description;
    }

    /** The rule's bit in a set of failures. */
    long bit() {
        return 1L << ordinal();
    }
}
