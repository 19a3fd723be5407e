package io.daybreak.jobs.sample;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Customers and accounts as pure functions of their index. Index order is order of activity: customer 0 is the merchant
 * whose account takes a tenth of the day, the first hundredth are corporates, and the last ones are set aside for planted
 * patterns and never draw ordinary transactions. Identifiers are a permutation of the indexes, so they tell nothing.
 */
final class Population {

    /** Every five customers hold eight accounts: one, two, one, two and two. */
    private static final int[] FIRST_ACCOUNT = {0, 1, 3, 4, 6};

    private static final int[] ACCOUNTS_HELD = {1, 2, 1, 2, 2};
    private static final int[] HOLDER = {0, 1, 1, 2, 3, 3, 4, 4};
    private static final long PRIME = 1_000_003;

    /** Index of the hot merchant's account. */
    static final int MERCHANT = 0;

    enum Status {
        OPEN,
        DORMANT,
        BLOCKED,
        CLOSED
    }

    enum Product {
        CURRENT,
        SAVINGS,
        CARD,
        LOAN,
        CUSTODY,
        NOSTRO
    }

    enum Type {
        INDIVIDUAL,
        BUSINESS,
        CORPORATE,
        FINANCIAL
    }

    private static final long[] INDIVIDUAL_LIMITS = {2_500, 5_000, 10_000, 20_000};
    private static final long[] BUSINESS_LIMITS = {50_000, 100_000, 250_000};
    private static final long[] CORPORATE_LIMITS = {1_000_000, 2_000_000, 5_000_000};
    private static final int[] SECOND_PRODUCT = Draw.cumulative(40, 35, 12, 13);
    private static final Product[] SECOND = {Product.SAVINGS, Product.CARD, Product.LOAN, Product.CUSTODY};

    private final int customers;
    private final int reserved;
    private final LocalDate day;
    private final long yearStart;
    private final long customerKey;
    private final long accountKey;
    private final int[] active;

    /**
     * @param customers a multiple of five, below the prime of the identifier permutation
     * @param reserved customers at the end, a multiple of five, kept for planted patterns
     */
    Population(long seed, LocalDate day, int customers, int reserved) {
        this.customers = customers;
        this.reserved = reserved;
        this.day = day;
        yearStart = day.withDayOfYear(1).toEpochDay();
        customerKey = Draw.table(seed, "customers");
        accountKey = Draw.table(seed, "accounts");
        active = activeOn(day.toEpochDay());
    }

    /** Customers a day of that many transactions has. */
    static int customersFor(long transactions) {
        long wanted = Math.min(400_000, Math.max(500, transactions / 10));
        return (int) (wanted / 5 * 5);
    }

    int customers() {
        return customers;
    }

    int accounts() {
        return customers / 5 * 8;
    }

    /** First customer kept for planted patterns. */
    int firstReserved() {
        return customers - reserved;
    }

    /** First account kept for planted patterns; every one from here on is open, in euro and has a wide limit. */
    int firstReservedAccount() {
        return firstReserved() / 5 * 8;
    }

    /** How many accounts may move on the business date. */
    int activeCount() {
        return active.length;
    }

    /** The account at a position, most active first. */
    int activeAt(int position) {
        return active[position];
    }

    /** Where an account stands among the accounts active on a typical day; decides how much it moves. */
    double typicalPosition(int account) {
        int always = alwaysActive();
        return account < always ? account : always + (account - always) * 0.15;
    }

    private int alwaysActive() {
        return accounts() / 50;
    }

    boolean activeOn(int account, long epochDay) {
        return account < alwaysActive() || Draw.unit(Draw.key(accountKey ^ epochDay, account), 90) < 0.15;
    }

    private int[] activeOn(long epochDay) {
        int[] found = new int[firstReservedAccount()];
        int count = 0;
        for (int account = 0; account < found.length; account++) {
            if (moves(account) && activeOn(account, epochDay)) {
                found[count++] = account;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Whether ordinary transactions may touch the account. */
    boolean moves(int account) {
        Product product = product(account);
        return status(account) == Status.OPEN
                && !opensLater(account)
                && product != Product.LOAN
                && product != Product.CUSTODY;
    }

    String customerId(int customer) {
        return Identifiers.numbered('C', permuted(customer, customers, 31), 8);
    }

    String accountId(int account) {
        return Identifiers.numbered('A', permuted(account, accounts(), 57), 9);
    }

    static String unknownCustomerId(int number) {
        return Identifiers.numbered('C', 90_000_000L + number, 8);
    }

    static String unknownAccountId(int number) {
        return Identifiers.numbered('A', 900_000_000L + number, 9);
    }

    int holder(int account) {
        return account / 8 * 5 + HOLDER[account % 8];
    }

    int firstAccount(int customer) {
        return customer / 5 * 8 + FIRST_ACCOUNT[customer % 5];
    }

    int accountsHeld(int customer) {
        return ACCOUNTS_HELD[customer % 5];
    }

    boolean isReserved(int account) {
        return account >= firstReservedAccount();
    }

    Type type(int customer) {
        if (customer >= firstReserved()) {
            return customer % 2 == 0 ? Type.INDIVIDUAL : Type.BUSINESS;
        }
        if (customer < Math.max(2, customers / 100)) {
            return customer % 8 == 7 ? Type.FINANCIAL : Type.CORPORATE;
        }
        if (customer < customers / 16) {
            return Type.BUSINESS;
        }
        return Draw.below(customer(customer), 1, 25) == 0 ? Type.BUSINESS : Type.INDIVIDUAL;
    }

    long customer(int customer) {
        return Draw.key(customerKey, customer);
    }

    long account(int account) {
        return Draw.key(accountKey, account);
    }

    Currencies currency(int account) {
        if (isReserved(account) || isDormantPlace(account) || account == MERCHANT) {
            return Currencies.EUR;
        }
        return Currencies.pick(account(account), 1);
    }

    Product product(int account) {
        int holder = holder(account);
        if (account == firstAccount(holder)) {
            return type(holder) == Type.FINANCIAL ? Product.NOSTRO : Product.CURRENT;
        }
        if (isReserved(account) || isDormantPlace(account)) {
            return Product.CURRENT;
        }
        return SECOND[Draw.pick(account(account), 2, SECOND_PRODUCT)];
    }

    Status status(int account) {
        if (isReserved(account)) {
            return Status.OPEN;
        }
        if (isDormantPlace(account)) {
            return Status.DORMANT;
        }
        return switch (account % 100) {
            case 37 -> Status.CLOSED;
            case 73 -> Status.BLOCKED;
            default -> Status.OPEN;
        };
    }

    /** A closed account: a function of any number. */
    int closedAccount(long number) {
        return placed(number, 37, 100);
    }

    int blockedAccount(long number) {
        return placed(number, 73, 100);
    }

    int dormantAccount(long number) {
        return placed(number, 11, 100);
    }

    /** An account entered in the books early: it opens after the business date. */
    int laterAccount(long number) {
        return placed(number, 91, 200);
    }

    private int placed(long number, int place, int stride) {
        int places = firstReservedAccount() / stride;
        return (int) Math.floorMod(number, (long) places) * stride + place;
    }

    private static boolean isDormantPlace(int account) {
        return account % 100 == 11;
    }

    boolean opensLater(int account) {
        return !isReserved(account) && account % 200 == 91;
    }

    long onboardedOn(int customer) {
        return yearStart - 60 - Draw.below(customer(customer), 3, 19 * 365);
    }

    long openedOn(int account) {
        if (opensLater(account)) {
            return yearStart + 366 + Draw.below(account(account), 4, 30);
        }
        long onboarded = onboardedOn(holder(account));
        return onboarded + Draw.below(account(account), 4, (int) (yearStart - 30 - onboarded));
    }

    /** Day after which a closed account is closed. */
    long closedOn(int account) {
        long opened = openedOn(account);
        return Math.max(opened + 1, yearStart - 1 - Draw.below(account(account), 5, 400));
    }

    /** Largest single debit in cents of the account's currency. */
    long limitCents(int account) {
        if (isReserved(account) || isDormantPlace(account)) {
            return 25_000_000;
        }
        long key = account(account);
        long base = switch (type(holder(account))) {
            case INDIVIDUAL -> INDIVIDUAL_LIMITS[Draw.below(key, 6, INDIVIDUAL_LIMITS.length)];
            case BUSINESS -> BUSINESS_LIMITS[Draw.below(key, 6, BUSINESS_LIMITS.length)];
            case CORPORATE -> CORPORATE_LIMITS[Draw.below(key, 6, CORPORATE_LIMITS.length)];
            case FINANCIAL -> 50_000_000;
        };
        return base * currency(account).limitScale() * 100;
    }

    String iban(int account) {
        return Identifiers.accountNumber("DE", account(account));
    }

    String branch(int account) {
        return Identifiers.numbered('B', 1 + Draw.below(account(account), 7, 120), 3);
    }

    /** First day of a later version of a customer or account, {@link Long#MAX_VALUE} where there is none. */
    long customerChange(int customer) {
        return change(customer(customer), 10, onboardedOn(customer));
    }

    long accountChange(int account) {
        if (opensLater(account) || status(account) == Status.CLOSED) {
            return Long.MAX_VALUE;
        }
        return change(account(account), 20, openedOn(account));
    }

    private long change(long key, int oneIn, long since) {
        if (Draw.below(key, 8, oneIn) != 0) {
            return Long.MAX_VALUE;
        }
        long at = yearStart - 730 + Draw.below(key, 9, 730 + 366);
        boolean known = at > since && at <= day.toEpochDay() + 7;
        return known ? at : Long.MAX_VALUE;
    }

    private static long permuted(long index, long count, long shift) {
        return (index * PRIME + shift) % count;
    }
}
