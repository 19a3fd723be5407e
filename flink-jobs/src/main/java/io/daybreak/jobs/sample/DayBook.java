package io.daybreak.jobs.sample;

import java.time.LocalDate;

/**
 * The day's ordinary transactions as pure functions of the row: valid in every respect. One in nine is a takings credit
 * of the hot merchant; on salary days one in eight is a salary; the rest follow {@link Spending}.
 */
final class DayBook {

    static final long DAY_MICROS = 86_400_000_000L;
    static final long SECOND_MICROS = 1_000_000L;

    private static final double MERCHANT_SHARE = 0.115;
    private static final double SALARY_SHARE = 0.125;
    private static final String[] TRANSFER_CHANNELS = {"ONLINE", "MOBILE", "API", "BATCH"};
    private static final int[] CONSUMER_CHANNELS = Draw.cumulative(48, 42, 4, 6);
    private static final int[] FIRM_CHANNELS = Draw.cumulative(20, 2, 48, 30);
    private static final String[] TRAVEL = {"US", "GB", "CH", "SE", "PL", "CZ", "JP"};
    private static final String[] PURPOSES = {
        "Invoice ", "Rent ", "Order ", "Contract ", "Membership ", "Instalment ", "Refund ", "Services "
    };

    private final long key;
    private final LocalDate day;
    private final long dayStart;
    private final long nextBusinessDay;
    private final boolean salaryDay;
    private final String idPrefix;
    private final String salaryText;
    private final Population population;
    private final Outside outside;
    private final Spending spending;

    DayBook(long seed, LocalDate day, Population population, Outside outside, Spending spending) {
        this.day = day;
        this.population = population;
        this.outside = outside;
        this.spending = spending;
        key = Draw.key(Draw.table(seed, "transactions"), day.toEpochDay());
        dayStart = day.toEpochDay() * DAY_MICROS;
        nextBusinessDay = BusinessDays.onOrAfter(day.plusDays(1)).toEpochDay();
        salaryDay = BusinessDays.isSalaryDay(day);
        idPrefix = "T" + day.toString().replace("-", "") + "-";
        salaryText = "Salary " + day.toString().substring(0, 7);
    }

    long key(long row) {
        return Draw.key(key, row);
    }

    LocalDate day() {
        return day;
    }

    long dayStart() {
        return dayStart;
    }

    String transactionId(long row) {
        char[] text = new char[idPrefix.length() + 12];
        idPrefix.getChars(0, idPrefix.length(), text, 0);
        long rest = row;
        for (int i = text.length - 1; i >= idPrefix.length(); i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(text);
    }

    /** Fills in an ordinary row. */
    void fill(long row, Draft draft) {
        long rowKey = key(row);
        double part = Draw.unit(rowKey, 0);
        if (part < MERCHANT_SHARE) {
            takings(row, rowKey, draft);
        } else if (salaryDay && part < MERCHANT_SHARE + SALARY_SHARE) {
            salary(row, rowKey, draft);
        } else {
            ordinary(row, rowKey, draft);
        }
    }

    /** Sets what every row has, planted ones too: identifiers, holder, branch, reference. */
    void head(long row, int account, boolean credit, Draft draft) {
        draft.clear();
        draft.account = account;
        draft.transactionId = transactionId(row);
        draft.accountId = population.accountId(account);
        draft.customerId = population.customerId(population.holder(account));
        draft.type = credit ? "CREDIT" : "DEBIT";
        draft.currency = population.currency(account).name();
        draft.branch = population.branch(account);
        draft.country = "DE";
        draft.hasValueDate = true;
        draft.valueDate = day.toEpochDay();
        draft.reference = reference(row);
    }

    void amount(long cents, Draft draft) {
        draft.hasAmount = true;
        draft.amountCents = cents;
    }

    void bookedAt(long micros, Draft draft) {
        draft.hasBookingTime = true;
        draft.bookingMicros = micros;
    }

    private String reference(long row) {
        char[] text = {'E', '2', 'E', '/', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0'};
        long rest = row * 7 + 11;
        for (int i = text.length - 1; i >= 4; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(text);
    }

    private void takings(long row, long rowKey, Draft draft) {
        head(row, Population.MERCHANT, true, draft);
        amount(Currencies.EUR.centsOf(24 * StrictMath.exp(0.8 * Draw.bell(rowKey, 1))), draft);
        bookedAt(time(Population.Type.INDIVIDUAL, rowKey), draft);
        boolean online = Draw.below(rowKey, 2, 4) == 0;
        draft.channel = online ? "ONLINE" : "POS";
        draft.method = "CARD";
        draft.merchantCategory = outside.merchantCategory(Outside.HOT_MERCHANT);
        draft.description = "Card takings";
    }

    private void salary(long row, long rowKey, Draft draft) {
        int account = population.activeAt(spending.position(0.35 + 0.65 * Draw.unit(rowKey, 1)));
        if (population.product(account) == Population.Product.CARD
                || population.type(population.holder(account)) != Population.Type.INDIVIDUAL) {
            ordinary(row, rowKey, draft);
            return;
        }
        head(row, account, true, draft);
        double base = 2_350 * StrictMath.exp(0.38 * Draw.bell(rowKey, 2));
        amount(population.currency(account).centsOf(base), draft);
        bookedAt(dayStart + 4 * 3_600 * SECOND_MICROS + Draw.below(rowKey, 3, 3 * 3_600 * SECOND_MICROS), draft);
        int employer = outside.usual(account, 0);
        counterparty(employer, draft);
        draft.channel = "BATCH";
        draft.method = "TRANSFER";
        draft.description = salaryText;
    }

    private void ordinary(long row, long rowKey, Draft draft) {
        int account = population.activeAt(spending.position(Draw.unit(rowKey, 1)));
        Population.Type type = population.type(population.holder(account));
        Spending.Method method = spending.method(account, type, rowKey, 2);
        boolean credit = credit(method, rowKey);
        head(row, account, credit, draft);
        draft.method = method.name();
        Currencies currency = population.currency(account);
        double base = spending.amountBase(account, type, method, rowKey, 4);
        if (method == Spending.Method.CARD) {
            currency = card(account, type, currency, rowKey, draft);
        } else {
            other(account, type, method, credit, rowKey, draft);
        }
        draft.currency = currency.name();
        amount(withinLimit(account, currency, method, base, rowKey), draft);
        bookedAt(time(type, rowKey), draft);
        if (method == Spending.Method.TRANSFER && Draw.below(rowKey, 6, 5) == 0) {
            draft.valueDate = nextBusinessDay;
        }
    }

    private static boolean credit(Spending.Method method, long rowKey) {
        int hundred = Draw.below(rowKey, 3, 100);
        return switch (method) {
            case CARD -> hundred < 3;
            case TRANSFER -> hundred < 40;
            case DIRECT_DEBIT, FEE -> false;
            case CASH -> hundred < 25;
            case WIRE -> hundred < 50;
            case CHEQUE -> hundred < 60;
        };
    }

    /** Ordinary cash stays well below reporting thresholds, ordinary debits below the account's limit. */
    private long withinLimit(int account, Currencies currency, Spending.Method method, double base, long rowKey) {
        double spread = 0.3 + 0.6 * Draw.unit(rowKey, 5);
        double capped = method == Spending.Method.CASH && base > 4_000 ? 4_000 * spread : base;
        long cents = currency.centsOf(capped);
        double accountRate = population.currency(account).nominalBase();
        long limitHere = (long) Math.min(
                population.limitCents(account), population.limitCents(account) * accountRate / currency.nominalBase());
        return cents <= limitHere * 0.9 ? cents : Math.max(100, (long) (limitHere * spread) / 100 * 100);
    }

    private Currencies card(int account, Population.Type type, Currencies currency, long rowKey, Draft draft) {
        boolean hot = Draw.below(rowKey, 10, 100) < 9;
        boolean usual = Draw.below(rowKey, 11, 10) < 7;
        int merchant = hot
                ? Outside.HOT_MERCHANT
                : usual
                        ? outside.usualMerchant(account, Draw.below(rowKey, 12, 5))
                        : outside.zipfMerchant(Draw.unit(rowKey, 13));
        boolean online = Draw.below(rowKey, 14, 100) < 36;
        draft.channel = online ? (Draw.below(rowKey, 15, 3) == 0 ? "MOBILE" : "ONLINE") : "POS";
        draft.merchantCategory = outside.merchantCategory(merchant);
        draft.counterpartyAccount = Outside.merchantId(merchant);
        draft.counterpartyCountry = outside.merchantCountry(merchant);
        draft.country = online ? "DE" : draft.counterpartyCountry;
        draft.description = "Card payment";
        if (online) {
            device(account, rowKey, draft);
        }
        boolean abroad = !hot && type == Population.Type.INDIVIDUAL && Draw.below(rowKey, 16, 100) < 4;
        if (abroad && currency == Currencies.EUR) {
            int where = Draw.below(rowKey, 17, TRAVEL.length);
            draft.counterpartyCountry = TRAVEL[where];
            draft.country = TRAVEL[where];
            return Currencies.ALL[where + 1];
        }
        return currency;
    }

    private void other(
            int account, Population.Type type, Spending.Method method, boolean credit, long rowKey, Draft draft) {
        switch (method) {
            case CASH -> {
                draft.channel = credit || Draw.below(rowKey, 14, 5) == 0 ? "BRANCH" : "ATM";
                draft.description = credit ? "Cash deposit" : "Cash withdrawal";
                return;
            }
            case FEE -> {
                draft.channel = "BATCH";
                draft.description = "Account fee";
                return;
            }
            case DIRECT_DEBIT -> draft.channel = "BATCH";
            case CHEQUE -> draft.channel = "BRANCH";
            case WIRE -> draft.channel = Draw.below(rowKey, 14, 3) == 0 ? "BRANCH" : "ONLINE";
            case TRANSFER, CARD ->
                draft.channel = TRANSFER_CHANNELS[
                        Draw.pick(rowKey, 14, Spending.firm(type) ? FIRM_CHANNELS : CONSUMER_CHANNELS)];
        }
        int strangersPerThousand = Spending.firm(type) ? 2 : 35;
        boolean known = Draw.below(rowKey, 10, 1_000) >= strangersPerThousand;
        int usual = outside.usual(account, Draw.below(rowKey, 11, Outside.usualCount(type)));
        counterparty(known ? usual : outside.any(rowKey, 12), draft);
        draft.description = Identifiers.numbered('#', Draw.below(rowKey, 18, 1_000_000), 6);
        draft.description = PURPOSES[Draw.below(rowKey, 19, PURPOSES.length)] + draft.description;
        if ("ONLINE".equals(draft.channel) || "MOBILE".equals(draft.channel)) {
            device(account, rowKey, draft);
        }
    }

    private void counterparty(int counterparty, Draft draft) {
        draft.counterpartyAccount = outside.account(counterparty);
        draft.counterpartyBank = outside.bank(counterparty);
        draft.counterpartyCountry = outside.country(counterparty);
    }

    /** One of two devices of the account, from an address of the range reserved for benchmarks (RFC 2544). */
    void device(int account, long rowKey, Draft draft) {
        long accountKey = population.account(account);
        int device = Draw.below(rowKey, 20, 10) < 8 ? 40 : 41;
        draft.deviceId = Identifiers.numbered('D', Draw.below(accountKey, device, 1L << 40), 13);
        int host = Draw.below(accountKey, device + 2, 1 << 17);
        draft.ipAddress = (host >>> 16 == 0 ? "198.18." : "198.19.") + (host >>> 8 & 0xFF) + "." + (host & 0xFF);
    }

    /** Most rows are booked on the day, one in fifty up to four days late. */
    private long time(Population.Type type, long rowKey) {
        long late = Draw.below(rowKey, 7, 50) == 0 ? 1 + Draw.below(rowKey, 8, 4) : 0;
        int hour = Spending.hour(type, rowKey, 9);
        long within = Draw.below(rowKey, 21, 3_600 * SECOND_MICROS);
        return dayStart - late * DAY_MICROS + hour * 3_600 * SECOND_MICROS + within;
    }
}
