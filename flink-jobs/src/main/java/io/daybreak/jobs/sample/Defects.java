package io.daybreak.jobs.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which rows are spoilt, and spoils them. */
final class Defects {

    private static final double SHARE = 0.018;
    private static final int PLACE = 200;

    private static final Defect[] COMBINABLE = {
        Defect.NULL_AMOUNT,
        Defect.BAD_BIC,
        Defect.UNKNOWN_CHANNEL,
        Defect.BAD_COUNTRY,
        Defect.NULL_ACCOUNT,
        Defect.BAD_TYPE,
        Defect.BAD_CURRENCY
    };
    private static final String[] BAD_TYPES = {"DEBT", "debit", "C", "TRANSFER"};
    private static final String[] BAD_CURRENCIES = {"XQZ", "EU", "E1R", "ZZZ"};
    private static final String[] BAD_COUNTRIES = {"ZZ", "D", "XQ", "D3"};
    private static final String[] BAD_BICS = {"ZABC", "ZABCDE1", "ZABCDEFF1", "9ABCDEFFXXX"};
    private static final String[] BAD_REFERENCES = {
        "REF#<1>", "Ref_2|x", "A reference much too long to be one of 35", "E2E*77"
    };
    private static final String[] BAD_ADDRESSES = {"300.1.2.3", "198.18.1", "198.18.x.9", "198.18.1.1.1"};

    private final Population population;
    private final Outside outside;
    private final Plants plants;
    private final DayBook book;

    Defects(Population population, Outside outside, Plants plants, DayBook book) {
        this.population = population;
        this.outside = outside;
        this.plants = plants;
        this.book = book;
    }

    /** What is wrong with a row by plan, or null for a clean one. */
    @Nullable Defect at(long row) {
        long key = book.key(row);
        if (Draw.unit(key, PLACE) >= SHARE || plants.at(row) != null) {
            return null;
        }
        Defect defect = Defect.ALL[Draw.below(key, PLACE + 1, Defect.ALL.length)];
        return defect.duplicates() && original(row) < 0 ? Defect.NULL_TYPE : defect;
    }

    /** The clean ordinary row an earlier duplicate repeats, or -1 where there is none. */
    long original(long row) {
        if (row == 0) {
            return -1;
        }
        for (long at = Draw.below(book.key(row), PLACE + 2, row); at >= 0; at--) {
            if (Draw.unit(book.key(at), PLACE) >= SHARE && plants.at(at) == null) {
                return at;
            }
        }
        return -1;
    }

    /** The defects that make up {@link Defect#SEVERAL} in a row. */
    List<Defect> several(long row) {
        int first = Draw.below(book.key(row), PLACE + 3, COMBINABLE.length);
        int count = COMBINABLE.length;
        return List.of(COMBINABLE[first], COMBINABLE[(first + 2) % count], COMBINABLE[(first + 4) % count]);
    }

    /** Fills in the spoilt row. */
    void fill(long row, Defect defect, Draft draft) {
        if (defect.duplicates()) {
            book.fill(original(row), draft);
            if (defect == Defect.DUPLICATE_OTHER_AMOUNT) {
                draft.amountCents += 100;
            }
            return;
        }
        book.fill(row, draft);
        if (defect == Defect.SEVERAL) {
            for (Defect one : several(row)) {
                spoil(row, one, draft);
            }
        } else {
            spoil(row, defect, draft);
        }
    }

    private void spoil(long row, Defect defect, Draft draft) {
        long key = book.key(row);
        int variant = Draw.below(key, PLACE + 4, 4);
        switch (defect) {
            case NULL_TRANSACTION_ID -> draft.transactionId = null;
            case NULL_ACCOUNT -> draft.accountId = null;
            case NULL_CUSTOMER -> draft.customerId = null;
            case NULL_TYPE -> draft.type = null;
            case BAD_TYPE -> draft.type = BAD_TYPES[variant];
            case NULL_AMOUNT -> draft.hasAmount = false;
            case ZERO_AMOUNT -> draft.amountCents = 0;
            case NEGATIVE_AMOUNT -> draft.amountCents = -draft.amountCents;
            case NULL_CURRENCY -> draft.currency = null;
            case BAD_CURRENCY -> draft.currency = BAD_CURRENCIES[variant];
            case NO_FIXING -> draft.currency = "BRL";
            case EXCESS_DECIMALS -> {
                draft.currency = "JPY";
                draft.amountCents = 100_000 + 1 + Draw.below(key, PLACE + 5, 99);
            }
            case NULL_BOOKING_TIME -> draft.hasBookingTime = false;
            case BOOKED_BEFORE_WINDOW -> {
                draft.bookingMicros = book.dayStart() - (6 + variant) * DayBook.DAY_MICROS - 1;
                draft.valueDate = book.day().toEpochDay() - 7 - variant;
            }
            case BOOKED_IN_FUTURE ->
                draft.bookingMicros = book.dayStart() + DayBook.DAY_MICROS * (1 + variant) + variant * 1_000_000L;
            case NULL_VALUE_DATE -> draft.hasValueDate = false;
            case VALUE_DATE_FAR ->
                draft.valueDate = book.day().toEpochDay() + (variant % 2 == 0 ? 45 + variant : -60 - variant);
            case UNKNOWN_CUSTOMER -> draft.customerId = Population.unknownCustomerId(Draw.below(key, PLACE + 5, 1_000));
            case UNKNOWN_ACCOUNT -> draft.accountId = Population.unknownAccountId(Draw.below(key, PLACE + 5, 1_000));
            case CLOSED_ACCOUNT -> moveTo(population.closedAccount(row), draft);
            case BLOCKED_ACCOUNT -> moveTo(population.blockedAccount(row), draft);
            case ACCOUNT_NOT_YET_OPEN -> moveTo(population.laterAccount(row), draft);
            case ACCOUNT_CUSTOMER_MISMATCH ->
                draft.customerId =
                        population.customerId((population.holder(draft.account) + 1) % population.customers());
            case OVER_LIMIT -> overLimit(draft, variant);
            case BAD_COUNTRY -> draft.country = BAD_COUNTRIES[variant];
            case BAD_COUNTERPARTY_COUNTRY -> draft.counterpartyCountry = BAD_COUNTRIES[variant];
            case BAD_BIC -> {
                asTransfer(key, draft);
                draft.counterpartyBank = BAD_BICS[variant];
            }
            case BAD_IBAN -> {
                asTransfer(key, draft);
                draft.counterpartyAccount = withWrongDigit(Identifiers.accountNumber("DE", key));
            }
            case BAD_REFERENCE -> draft.reference = BAD_REFERENCES[variant];
            case CONTROL_CHARACTERS -> draft.description = "Invoice" + (char) (1 + variant) + " 17";
            case UNKNOWN_CHANNEL -> draft.channel = "FAX";
            case UNKNOWN_PAYMENT_METHOD -> draft.method = "BARTER";
            case BAD_IP -> draft.ipAddress = BAD_ADDRESSES[variant];
            case DUPLICATE_EXACT, DUPLICATE_OTHER_AMOUNT, SEVERAL ->
                throw new IllegalArgumentException(defect + " is not a single defect");
        }
    }

    private void moveTo(int account, Draft draft) {
        draft.account = account;
        draft.accountId = population.accountId(account);
        draft.customerId = population.customerId(population.holder(account));
        draft.branch = population.branch(account);
        draft.currency = population.currency(account).name();
        draft.amountCents = 5_000;
    }

    /** Three times the limit is over it in every version of the account. */
    private void overLimit(Draft draft, int variant) {
        draft.type = "DEBIT";
        draft.currency = population.currency(draft.account).name();
        draft.amountCents = population.limitCents(draft.account) * (3 + variant);
    }

    private void asTransfer(long key, Draft draft) {
        int counterparty = outside.any(key, PLACE + 6);
        draft.method = "TRANSFER";
        draft.channel = "API";
        draft.merchantCategory = null;
        draft.counterpartyAccount = outside.account(counterparty);
        draft.counterpartyBank = outside.bank(counterparty);
        draft.counterpartyCountry = outside.country(counterparty);
        draft.description = "Transfer";
    }

    private static String withWrongDigit(String iban) {
        char last = iban.charAt(iban.length() - 1);
        return iban.substring(0, iban.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    }
}
