package io.daybreak.jobs.prepare;

import static io.daybreak.jobs.prepare.TransactionColumns.ACCOUNT_ID;
import static io.daybreak.jobs.prepare.TransactionColumns.AMOUNT;
import static io.daybreak.jobs.prepare.TransactionColumns.AMOUNT_PRECISION;
import static io.daybreak.jobs.prepare.TransactionColumns.AMOUNT_SCALE;
import static io.daybreak.jobs.prepare.TransactionColumns.BOOKING_TIME;
import static io.daybreak.jobs.prepare.TransactionColumns.CHANNEL;
import static io.daybreak.jobs.prepare.TransactionColumns.COUNTERPARTY_ACCOUNT;
import static io.daybreak.jobs.prepare.TransactionColumns.COUNTERPARTY_BANK;
import static io.daybreak.jobs.prepare.TransactionColumns.COUNTERPARTY_COUNTRY;
import static io.daybreak.jobs.prepare.TransactionColumns.COUNTRY;
import static io.daybreak.jobs.prepare.TransactionColumns.CURRENCY;
import static io.daybreak.jobs.prepare.TransactionColumns.CUSTOMER_ID;
import static io.daybreak.jobs.prepare.TransactionColumns.DESCRIPTION;
import static io.daybreak.jobs.prepare.TransactionColumns.IP_ADDRESS;
import static io.daybreak.jobs.prepare.TransactionColumns.PAYMENT_METHOD;
import static io.daybreak.jobs.prepare.TransactionColumns.REFERENCE;
import static io.daybreak.jobs.prepare.TransactionColumns.SOURCE_FILE;
import static io.daybreak.jobs.prepare.TransactionColumns.SOURCE_ROW;
import static io.daybreak.jobs.prepare.TransactionColumns.TRANSACTION_ID;
import static io.daybreak.jobs.prepare.TransactionColumns.TRANSACTION_TYPE;
import static io.daybreak.jobs.prepare.TransactionColumns.VALUE_DATE;

import java.time.LocalDate;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.jspecify.annotations.Nullable;

/** Says which rules a landed transaction fails: all of them, not the first. Pure: the same row gives the same answer. */
final class TransactionValidator {

    private static final StringData DEBIT = StringData.fromString("DEBIT");
    private static final StringData CREDIT = StringData.fromString("CREDIT");
    private static final StringData CLOSED = StringData.fromString("CLOSED");
    private static final StringData BLOCKED = StringData.fromString("BLOCKED");
    private static final int MILLIS_PRECISION = 6;
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private final CodeList currencies = CodeList.read("iso4217");
    private final CodeList countries = CodeList.read("iso3166");
    private final int businessDay;
    private final int latePostingDays;
    private final int valueDateToleranceDays;

    TransactionValidator(LocalDate businessDate, int latePostingDays, int valueDateToleranceDays) {
        this.businessDay = Math.toIntExact(businessDate.toEpochDay());
        this.latePostingDays = latePostingDays;
        this.valueDateToleranceDays = valueDateToleranceDays;
    }

    /** The failed rules as a set of {@link ValidationRule#bit}s; 0 for a good row. */
    long failures(RowData row, AsOf asOf, AsOf.@Nullable Account account, AsOf.@Nullable Customer customer) {
        return amount(row, asOf)
                | dates(row)
                | parties(row, account, customer)
                | limits(row, asOf, account)
                | texts(row)
                | repetition(row, asOf);
    }

    CodeList currencies() {
        return currencies;
    }

    CodeList countries() {
        return countries;
    }

    /** Whether a row booked and valued on these days (since 1970-01-01) breaks no rule about dates. */
    boolean timely(long bookedOn, int valueDate) {
        return bookedOn >= businessDay - latePostingDays
                && bookedOn <= businessDay
                && Math.abs(valueDate - bookedOn) <= valueDateToleranceDays;
    }

    private long amount(RowData row, AsOf asOf) {
        long failed = 0;
        if (row.isNullAt(TRANSACTION_TYPE)) {
            failed |= ValidationRule.TYPE_INVALID.bit();
        } else {
            StringData type = row.getString(TRANSACTION_TYPE);
            failed |= flag(!type.equals(DEBIT) && !type.equals(CREDIT), ValidationRule.TYPE_INVALID);
        }
        int minorUnits = CodeList.ABSENT;
        if (row.isNullAt(CURRENCY)) {
            failed |= ValidationRule.CURRENCY_INVALID.bit();
        } else {
            StringData currency = row.getString(CURRENCY);
            minorUnits = currencies.number(currency);
            failed |= flag(minorUnits == CodeList.ABSENT, ValidationRule.CURRENCY_INVALID);
            failed |= flag(minorUnits != CodeList.ABSENT && asOf.rateE8(currency) == 0, ValidationRule.NO_FIXING);
        }
        if (row.isNullAt(AMOUNT)) {
            failed |= ValidationRule.AMOUNT_MISSING.bit();
        } else {
            long cents = cents(row);
            failed |= flag(cents <= 0, ValidationRule.AMOUNT_NOT_POSITIVE);
            boolean tooFine = minorUnits == 0 && cents % 100 != 0 || minorUnits == 1 && cents % 10 != 0;
            failed |= flag(tooFine, ValidationRule.AMOUNT_PRECISION);
        }
        return failed;
    }

    private long dates(RowData row) {
        long failed = flag(row.isNullAt(VALUE_DATE), ValidationRule.VALUE_DATE_MISSING);
        if (row.isNullAt(BOOKING_TIME)) {
            return failed | ValidationRule.BOOKING_TIME_MISSING.bit();
        }
        long bookedOn = bookingDay(row);
        failed |= flag(bookedOn < businessDay - latePostingDays, ValidationRule.BOOKED_TOO_EARLY);
        failed |= flag(bookedOn > businessDay, ValidationRule.BOOKED_IN_FUTURE);
        if (!row.isNullAt(VALUE_DATE)) {
            long apart = Math.abs(row.getInt(VALUE_DATE) - bookedOn);
            failed |= flag(apart > valueDateToleranceDays, ValidationRule.VALUE_DATE_INCONSISTENT);
        }
        return failed;
    }

    private static long parties(RowData row, AsOf.@Nullable Account account, AsOf.@Nullable Customer customer) {
        boolean noAccount = missing(row, ACCOUNT_ID);
        boolean noCustomer = missing(row, CUSTOMER_ID);
        long failed = flag(missing(row, TRANSACTION_ID), ValidationRule.TRANSACTION_ID_MISSING)
                | flag(noAccount, ValidationRule.ACCOUNT_MISSING)
                | flag(noCustomer, ValidationRule.CUSTOMER_MISSING)
                | flag(!noAccount && account == null, ValidationRule.ACCOUNT_UNKNOWN)
                | flag(!noCustomer && customer == null, ValidationRule.CUSTOMER_UNKNOWN);
        if (account != null) {
            failed |= flag(
                    !noCustomer && !account.customerId().equals(row.getString(CUSTOMER_ID)),
                    ValidationRule.ACCOUNT_OF_OTHER_CUSTOMER);
            failed |= flag(account.status().equals(CLOSED), ValidationRule.ACCOUNT_CLOSED);
            failed |= flag(account.status().equals(BLOCKED), ValidationRule.ACCOUNT_BLOCKED);
            failed |= flag(
                    !row.isNullAt(BOOKING_TIME) && bookingDay(row) < account.openedOn(),
                    ValidationRule.ACCOUNT_NOT_YET_OPEN);
        }
        return failed;
    }

    private static long limits(RowData row, AsOf asOf, AsOf.@Nullable Account account) {
        if (account == null || row.isNullAt(AMOUNT) || row.isNullAt(CURRENCY) || row.isNullAt(TRANSACTION_TYPE)) {
            return 0;
        }
        long rate = asOf.rateE8(row.getString(CURRENCY));
        long limitRate = asOf.rateE8(account.currency());
        boolean over = row.getString(TRANSACTION_TYPE).equals(DEBIT)
                && rate != 0
                && limitRate != 0
                && BaseAmount.cents(cents(row), rate) > BaseAmount.cents(account.dailyLimitCents(), limitRate);
        return flag(over, ValidationRule.DEBIT_OVER_LIMIT);
    }

    private long texts(RowData row) {
        return flag(
                        row.isNullAt(COUNTRY) || !countries.contains(row.getString(COUNTRY)),
                        ValidationRule.COUNTRY_INVALID)
                | flag(
                        !row.isNullAt(COUNTERPARTY_COUNTRY) && !countries.contains(row.getString(COUNTERPARTY_COUNTRY)),
                        ValidationRule.COUNTERPARTY_COUNTRY_INVALID)
                | given(row, COUNTERPARTY_BANK, TextRules::isBic, ValidationRule.BIC_MALFORMED)
                | given(row, COUNTERPARTY_ACCOUNT, TextRules::isAccountNumber, ValidationRule.IBAN_CHECK_DIGITS)
                | given(row, REFERENCE, TextRules::isReference, ValidationRule.REFERENCE_MALFORMED)
                | given(row, DESCRIPTION, TextRules::isPrintable, ValidationRule.CONTROL_CHARACTERS)
                | given(row, IP_ADDRESS, TextRules::isIpAddress, ValidationRule.IP_MALFORMED)
                | always(row, CHANNEL, TextRules::isChannel, ValidationRule.CHANNEL_UNKNOWN)
                | always(row, PAYMENT_METHOD, TextRules::isPaymentMethod, ValidationRule.PAYMENT_METHOD_UNKNOWN);
    }

    /** Something asked of a text in UTF-8. */
    @FunctionalInterface
    interface TextRule {
        boolean holds(byte[] text, int start, int length);
    }

    /** A rule for a text that may be missing. */
    private static long given(RowData row, int column, TextRule rule, ValidationRule otherwise) {
        return row.isNullAt(column) ? 0 : always(row, column, rule, otherwise);
    }

    /** A rule for a text that may not be missing. */
    private static long always(RowData row, int column, TextRule rule, ValidationRule otherwise) {
        if (row.isNullAt(column)) {
            return otherwise.bit();
        }
        byte[] text = row.getString(column).toBytes();
        return flag(!rule.holds(text, 0, text.length), otherwise);
    }

    private static long repetition(RowData row, AsOf asOf) {
        ValidationRule rule = asOf.repetition(row.getString(SOURCE_FILE), row.getLong(SOURCE_ROW));
        return rule == null ? 0 : rule.bit();
    }

    private static boolean missing(RowData row, int column) {
        if (row.isNullAt(column)) {
            return true;
        }
        byte[] text = row.getString(column).toBytes();
        return TextRules.blank(text, 0, text.length);
    }

    static long cents(RowData row) {
        return row.getDecimal(AMOUNT, AMOUNT_PRECISION, AMOUNT_SCALE).toUnscaledLong();
    }

    /** Day since 1970-01-01, UTC. */
    private static long bookingDay(RowData row) {
        return Math.floorDiv(row.getTimestamp(BOOKING_TIME, MILLIS_PRECISION).getMillisecond(), MILLIS_PER_DAY);
    }

    private static long flag(boolean failed, ValidationRule rule) {
        return failed ? rule.bit() : 0;
    }
}
