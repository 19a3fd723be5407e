package io.daybreak.jobs.prepare;

import static io.daybreak.jobs.prepare.TransactionColumns.ACCOUNT_ID;
import static io.daybreak.jobs.prepare.TransactionColumns.AMOUNT;
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
import static io.daybreak.jobs.prepare.TransactionColumns.TRANSACTION_ID;
import static io.daybreak.jobs.prepare.TransactionColumns.TRANSACTION_TYPE;
import static io.daybreak.jobs.prepare.TransactionColumns.VALUE_DATE;

import io.daybreak.jobs.columnar.ColumnBatch;
import io.daybreak.jobs.columnar.IntVector;
import io.daybreak.jobs.columnar.LongVector;
import io.daybreak.jobs.columnar.TextDictionary;
import io.daybreak.jobs.columnar.TextVector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.table.data.StringData;

/**
 * Finds the rows of a batch that may break a rule, a column at a time. A row it passes breaks none: it knows every rule
 * of {@link TransactionValidator}, and where it is in doubt the row is a suspect. What it looked up on the way (accounts,
 * currencies, lists) is kept for {@link BatchEnricher}.
 */
final class BatchScreen {

    static final int NO_COUNTRY = Integer.MAX_VALUE;
    static final int PLAIN = 0;
    static final int LISTED = 1;
    static final int CASH = 1;
    static final int WIRE = 2;
    private static final int DEBIT = 1;
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final ReferenceData reference;
    private final AccountTable accounts;
    private final CustomerTable customers;
    private final TransactionValidator validator;

    private final long[] rateE8;
    private final int[] minorUnits;
    private final long[] limitRateE8;
    private final int closed;
    private final int blocked;

    private final TextLookup identifiers;
    private final TextLookup accountNumbers;
    private final TextLookup types;
    private final TextLookup currencies;
    private final TextLookup countries;
    private final TextLookup counterpartyCountries;
    private final TextLookup banks;
    private final TextLookup counterparties;
    private final TextLookup channels;
    private final TextLookup methods;
    private final TextLookup references = TextLookup.rule(TextRules::isReference, 0);
    private final TextLookup descriptions = TextLookup.rule(TextRules::isPrintable, 0);
    private final TextLookup addresses = TextLookup.rule(TextRules::isIpAddress, 0);

    private boolean[] suspects = new boolean[0];

    private int[] accountOf = new int[0];
    private int[] currencyOf = new int[0];
    private int[] counterpartyCountryOf = new int[0];
    private int[] bankOf = new int[0];
    private int[] counterpartyOf = new int[0];
    private int[] methodOf = new int[0];

    BatchScreen(ReferenceData reference, TransactionValidator validator) {
        this.reference = reference;
        this.accounts = reference.accounts();
        this.customers = reference.customers();
        this.validator = validator;
        CodeList iso4217 = validator.currencies();
        CodeList iso3166 = validator.countries();
        this.rateE8 = new long[iso4217.size()];
        this.minorUnits = new int[iso4217.size()];
        for (int i = 0; i < rateE8.length; i++) {
            rateE8[i] = reference.rateE8(StringData.fromString(iso4217.code(i)));
            minorUnits[i] = iso4217.number(i);
        }
        TextDictionary codes = accounts.codes();
        this.limitRateE8 = new long[codes.size()];
        for (int i = 0; i < limitRateE8.length; i++) {
            limitRateE8[i] = reference.rateE8(StringData.fromString(codes.text(i)));
        }
        this.closed = codes.find("CLOSED");
        this.blocked = codes.find("BLOCKED");
        this.identifiers =
                TextLookup.rule((text, start, length) -> !TextRules.blank(text, start, length), TextLookup.BAD);
        this.accountNumbers = new TextLookup(
                (text, start, length) ->
                        TextRules.blank(text, start, length) ? TextLookup.BAD : accounts.find(text, start, length),
                TextLookup.BAD);
        this.types = new TextLookup(BatchScreen::type, TextLookup.BAD);
        this.currencies = new TextLookup(iso4217::position, TextLookup.BAD);
        this.countries = new TextLookup(iso3166::position, TextLookup.BAD);
        this.counterpartyCountries = new TextLookup(iso3166::position, NO_COUNTRY);
        this.banks = listed(TextRules::isBic);
        this.counterparties = listed(TextRules::isAccountNumber);
        this.channels = TextLookup.rule(TextRules::isChannel, TextLookup.BAD);
        this.methods = new TextLookup(BatchScreen::method, TextLookup.BAD);
    }

    private TextLookup listed(TransactionValidator.TextRule rule) {
        return new TextLookup(
                (text, start, length) -> {
                    if (!rule.holds(text, start, length)) {
                        return TextLookup.BAD;
                    }
                    return reference.listed(text, start, length) ? LISTED : PLAIN;
                },
                PLAIN);
    }

    private static int type(byte[] text, int start, int length) {
        return is("DEBIT", text, start, length) ? DEBIT : is("CREDIT", text, start, length) ? 0 : TextLookup.BAD;
    }

    private static int method(byte[] text, int start, int length) {
        if (!TextRules.isPaymentMethod(text, start, length)) {
            return TextLookup.BAD;
        }
        return is("CASH", text, start, length) ? CASH : is("WIRE", text, start, length) ? WIRE : 0;
    }

    private static boolean is(String expected, byte[] text, int start, int length) {
        byte[] utf8 = expected.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(utf8, 0, utf8.length, text, start, start + length);
    }

    /** Which rows must be judged by themselves. Valid until the next call, as is all that follows. */
    boolean[] suspects(ColumnBatch batch) {
        int rows = batch.rows();
        if (suspects.length < rows) {
            suspects = new boolean[rows];
        }
        accountOf = accountNumbers.rows(batch.text(ACCOUNT_ID), rows);
        currencyOf = currencies.rows(batch.text(CURRENCY), rows);
        counterpartyCountryOf = counterpartyCountries.rows(batch.text(COUNTERPARTY_COUNTRY), rows);
        bankOf = banks.rows(batch.text(COUNTERPARTY_BANK), rows);
        counterpartyOf = counterparties.rows(batch.text(COUNTERPARTY_ACCOUNT), rows);
        methodOf = methods.rows(batch.text(PAYMENT_METHOD), rows);
        texts(batch, rows);
        figures(batch, rows);
        parties(batch, rows);
        for (long repeated : reference
                .repetitions(batch.file())
                .subMap(batch.firstRow(), batch.firstRow() + rows)
                .keySet()) {
            suspects[(int) (repeated - batch.firstRow())] = true;
        }
        return suspects;
    }

    private void texts(ColumnBatch batch, int rows) {
        int[] identifier = identifiers.rows(batch.text(TRANSACTION_ID), rows);
        int[] country = countries.rows(batch.text(COUNTRY), rows);
        int[] channel = channels.rows(batch.text(CHANNEL), rows);
        int[] reason = references.rows(batch.text(REFERENCE), rows);
        int[] description = descriptions.rows(batch.text(DESCRIPTION), rows);
        int[] address = addresses.rows(batch.text(IP_ADDRESS), rows);
        for (int i = 0; i < rows; i++) {
            int worst = identifier[i]
                    | accountOf[i]
                    | currencyOf[i]
                    | country[i]
                    | counterpartyCountryOf[i]
                    | bankOf[i]
                    | counterpartyOf[i]
                    | channel[i]
                    | methodOf[i]
                    | reason[i]
                    | description[i]
                    | address[i];
            suspects[i] = worst < 0;
        }
    }

    private void figures(ColumnBatch batch, int rows) {
        int[] type = types.rows(batch.text(TRANSACTION_TYPE), rows);
        LongVector amounts = batch.longs(AMOUNT);
        LongVector bookings = batch.longs(BOOKING_TIME);
        IntVector valueDates = batch.ints(VALUE_DATE);
        for (int i = 0; i < rows; i++) {
            if (suspects[i] || amounts.isAbsent(i) || bookings.isAbsent(i) || valueDates.isAbsent(i)) {
                suspects[i] = true;
                continue;
            }
            long cents = amounts.get(i);
            long rate = rateE8[currencyOf[i]];
            int minor = minorUnits[currencyOf[i]];
            long booked = Math.floorDiv(bookings.get(i), MICROS_PER_DAY);
            suspects[i] = type[i] < 0
                    || cents <= 0
                    || rate == 0
                    || minor == 0 && cents % 100 != 0
                    || minor == 1 && cents % 10 != 0
                    || !validator.timely(booked, valueDates.get(i))
                    || booked < accounts.openedOn(accountOf[i])
                    || type[i] == DEBIT && overLimit(cents, rate, accountOf[i]);
        }
    }

    private boolean overLimit(long cents, long rate, int account) {
        long limitRate = limitRateE8[accounts.code(account, AccountTable.CURRENCY)];
        return limitRate != 0
                && BaseAmount.cents(cents, rate) > BaseAmount.cents(accounts.dailyLimitCents(account), limitRate);
    }

    private void parties(ColumnBatch batch, int rows) {
        TextVector holders = batch.text(CUSTOMER_ID);
        byte[] data = holders.data();
        for (int i = 0; i < rows; i++) {
            if (suspects[i]) {
                continue;
            }
            int customer = accounts.customer(accountOf[i]);
            int status = accounts.code(accountOf[i], AccountTable.STATUS);
            suspects[i] = !customers.known(customer)
                    || status == closed
                    || status == blocked
                    || holders.isAbsent(i)
                    || !sameText(customers.keys(), customer, data, holders.start(i), holders.length(i))
                    || TextRules.blank(data, holders.start(i), holders.length(i));
        }
    }

    private static boolean sameText(TextDictionary keys, int key, byte[] text, int start, int length) {
        int from = keys.start(key);
        return keys.length(key) == length
                && Arrays.equals(keys.data(), from, from + length, text, start, start + length);
    }

    /** Number of the account, by row. */
    int[] accountOf() {
        return accountOf;
    }

    /** Rate of the currency of a row to the base currency. */
    long rateE8(int row) {
        return rateE8[currencyOf[row]];
    }

    /** Position of the currency in ISO 4217's list, by row. */
    int[] currencyOf() {
        return currencyOf;
    }

    /** Position of the counterparty's country in ISO 3166's list, by row, or {@link #NO_COUNTRY}. */
    int[] counterpartyCountryOf() {
        return counterpartyCountryOf;
    }

    /** {@link #LISTED} if the counterparty's bank is on a list, by row. */
    int[] bankOf() {
        return bankOf;
    }

    /** {@link #LISTED} if the counterparty's account is on a list, by row. */
    int[] counterpartyOf() {
        return counterpartyOf;
    }

    /** {@link #CASH}, {@link #WIRE} or another method, by row. */
    int[] methodOf() {
        return methodOf;
    }

    CodeList currencies() {
        return validator.currencies();
    }

    CodeList countries() {
        return validator.countries();
    }
}
