package io.daybreak.jobs.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The planted money-laundering patterns and anomalies of the day, and the rows they take. They are laid out evenly over
 * the feed in a scrambled order, so that a pattern spans files, and are found again from a row's number alone.
 */
final class Plants {

    /** Customers one round of the laundering patterns takes. */
    private static final int AML_SUBJECTS = 20;

    private static final int ANOMALY_SUBJECTS = 4;
    private static final int VELOCITY_ROWS = 60;
    private static final long SCRAMBLE = 1_000_003;
    private static final long MINUTE = 60 * DayBook.SECOND_MICROS;

    private final long transactions;
    private final long dayStart;
    private final long key;
    private final Population population;
    private final Outside outside;
    private final Watch watch;
    private final List<Planted.Group> groups = new ArrayList<>();
    private final List<Planted> rows = new ArrayList<>();
    private int nextSubject;

    Plants(long seed, long transactions, long epochDay, Population population, Outside outside, Watch watch) {
        this.transactions = transactions;
        this.population = population;
        this.outside = outside;
        this.watch = watch;
        dayStart = epochDay * DayBook.DAY_MICROS;
        key = Draw.key(Draw.table(seed, "plants"), epochDay);
        for (int i = 0; i < amlRounds(transactions); i++) {
            launder(i);
        }
        for (int i = 0; i < anomalyRounds(transactions); i++) {
            disturb(i);
        }
    }

    private static int amlRounds(long transactions) {
        return (int) Math.max(1, Math.min(100, transactions / 25_000));
    }

    private static int anomalyRounds(long transactions) {
        return (int) Math.max(1, Math.min(500, transactions / 10_000));
    }

    /** Customers a day of that many transactions keeps for patterns, a multiple of five. */
    static int subjects(long transactions) {
        int needed = AML_SUBJECTS * amlRounds(transactions) + ANOMALY_SUBJECTS * anomalyRounds(transactions);
        return (needed + 4) / 5 * 5;
    }

    List<Planted.Group> groups() {
        return List.copyOf(groups);
    }

    /** Whether the account is a pattern's subject and so has a long quiet history: a few small card payments a day. */
    boolean hasQuietHistory(int account) {
        return population.isReserved(account) && account == population.firstAccount(population.holder(account));
    }

    int count() {
        return rows.size();
    }

    /** The planted row that the feed's row is, or null for an ordinary one. */
    @Nullable Planted at(long row) {
        long place = row * rows.size() / transactions;
        return rowOf(place) == row ? rows.get((int) (place * SCRAMBLE % rows.size())) : null;
    }

    /** Feed rows of every planted row, in place order. */
    long rowOf(long place) {
        return (2 * place + 1) * transactions / (2L * rows.size());
    }

    void fill(long row, Planted planted, DayBook book, Draft draft) {
        book.head(row, planted.account(), planted.credit(), draft);
        book.amount(planted.cents(), draft);
        book.bookedAt(planted.bookingMicros(), draft);
        draft.channel = planted.channel();
        draft.method = planted.method();
        draft.counterpartyAccount = planted.counterpartyAccount();
        draft.counterpartyBank = planted.counterpartyBank();
        draft.counterpartyCountry = planted.counterpartyCountry();
        draft.description = planted.description();
        if (planted.branch() != null) {
            draft.branch = planted.branch();
        }
        if (planted.method().equals("CARD")) {
            draft.merchantCategory = "5999";
        }
        if (planted.channel().equals("ONLINE")) {
            book.device(planted.account(), book.key(row), draft);
        }
    }

    private int subject() {
        return population.firstAccount(population.firstReserved() + nextSubject++);
    }

    private int group(String domain, String kind, int round, List<Integer> accounts) {
        String id = domain + "-" + kind + "-" + String.format(Locale.ROOT, "%04d", round + 1);
        groups.add(new Planted.Group(domain, kind, id, accounts));
        return groups.size() - 1;
    }

    private void launder(int round) {
        long k = Draw.key(key, round);
        structuring(round, Draw.key(k, 0));
        smurfing(round, Draw.key(k, 1));
        rapidMovement(round, Draw.key(k, 2));
        fan(round, Draw.key(k, 3), true);
        fan(round, Draw.key(k, 4), false);
        scatterGather(round, Draw.key(k, 5));
        cycle(round, Draw.key(k, 6));
        dormantReactivation(round, Draw.key(k, 7));
        roundAmounts(round, Draw.key(k, 8));
        highRiskGeography(round, Draw.key(k, 9));
        sanctioned(round, Draw.key(k, 10));
    }

    private void structuring(int round, long k) {
        int account = subject();
        int group = group("AML", "STRUCTURING", round, List.of(account));
        for (int i = 0; i < 4; i++) {
            cash(group, account, 910_000 + Draw.below(k, i, 80_000), at(9 + 2 * i, k, 20 + i), null);
        }
    }

    private void smurfing(int round, long k) {
        int account = subject();
        int group = group("AML", "SMURFING", round, List.of(account));
        for (int i = 0; i < 6; i++) {
            String branch = Identifiers.numbered('B', 1 + (Draw.below(k, 50, 100) + 7L * i) % 120, 3);
            cash(group, account, 300_000 + Draw.below(k, i, 190_000), at(8 + i, k, 20 + i), branch);
        }
    }

    private void rapidMovement(int round, long k) {
        int account = subject();
        int group = group("AML", "RAPID_MOVEMENT", round, List.of(account));
        long in = 6_000_000 + Draw.below(k, 0, 4_000_000);
        long start = at(9, k, 1);
        external(group, account, true, in, start, "WIRE", Draw.below(k, 2, 1 << 20));
        external(group, account, false, in * 48 / 100, start + 40 * MINUTE, "WIRE", Draw.below(k, 3, 1 << 20));
        external(group, account, false, in * 49 / 100, start + 95 * MINUTE, "WIRE", Draw.below(k, 4, 1 << 20));
    }

    private void fan(int round, long k, boolean in) {
        int account = subject();
        int group = group("AML", in ? "FAN_IN" : "FAN_OUT", round, List.of(account));
        for (int i = 0; i < 15; i++) {
            long cents = 90_000 + Draw.below(k, i, 210_000);
            external(
                    group,
                    account,
                    in,
                    cents,
                    at(8 + i % 9, k, 20 + i),
                    "TRANSFER",
                    Draw.below(k, 40, 1 << 20) + 97 * i);
        }
    }

    private void scatterGather(int round, long k) {
        int source = subject();
        List<Integer> accounts = new ArrayList<>(List.of(source));
        for (int i = 0; i < 6; i++) {
            accounts.add(subject());
        }
        int target = subject();
        accounts.add(target);
        int group = group("AML", "SCATTER_GATHER", round, accounts);
        for (int i = 1; i <= 6; i++) {
            long cents = 150_000 + Draw.below(k, i, 150_000);
            long out = at(9 + i % 3, k, 20 + i);
            internal(group, source, accounts.get(i), cents, out);
            internal(group, accounts.get(i), target, cents * 98 / 100, out + 75 * MINUTE);
        }
    }

    private void cycle(int round, long k) {
        List<Integer> ring = List.of(subject(), subject(), subject(), subject());
        int group = group("AML", "CYCLE", round, ring);
        long cents = 1_200_000 + Draw.below(k, 0, 800_000);
        long time = at(9, k, 1);
        for (int i = 0; i < ring.size(); i++) {
            internal(group, ring.get(i), ring.get((i + 1) % ring.size()), cents, time + i * 80 * MINUTE);
            cents = cents * 98 / 100;
        }
    }

    private void dormantReactivation(int round, long k) {
        int account = population.dormantAccount(round + 1L);
        int group = group("AML", "DORMANT_REACTIVATION", round, List.of(account));
        long in = 3_000_000 + Draw.below(k, 0, 3_000_000);
        external(group, account, true, in, at(10, k, 1), "TRANSFER", Draw.below(k, 2, 1 << 20));
        external(group, account, false, in * 95 / 100, at(13, k, 3), "WIRE", Draw.below(k, 4, 1 << 20));
    }

    private void roundAmounts(int round, long k) {
        int account = subject();
        int group = group("AML", "ROUND_AMOUNTS", round, List.of(account));
        for (int i = 0; i < 6; i++) {
            long cents = 500_000L * (1 + Draw.below(k, i, 3));
            external(
                    group, account, i % 2 == 0, cents, at(8 + i, k, 20 + i), "TRANSFER", outside.usual(account, i % 6));
        }
    }

    private void highRiskGeography(int round, long k) {
        int account = subject();
        int group = group("AML", "HIGH_RISK_GEOGRAPHY", round, List.of(account));
        for (int i = 0; i < 3; i++) {
            String country = Watch.HIGH_RISK[(round + i) % Watch.HIGH_RISK.length];
            long far = Draw.key(k, i);
            rows.add(new Planted(
                    group,
                    account,
                    i == 2,
                    400_000 + Draw.below(k, i, 500_000),
                    at(10 + i, k, 20 + i),
                    "ONLINE",
                    "WIRE",
                    Identifiers.accountNumber(country, far),
                    Identifiers.bic(country, far),
                    country,
                    null,
                    "Trade settlement"));
        }
    }

    private void sanctioned(int round, long k) {
        int account = subject();
        int group = group("AML", "SANCTIONED_COUNTERPARTY", round, List.of(account));
        int listed = Draw.below(k, 0, Watch.ACCOUNTS);
        int bank = Draw.below(k, 1, Watch.BANKS - 1);
        rows.add(new Planted(
                group,
                account,
                false,
                210_000 + Draw.below(k, 2, 90_000),
                at(11, k, 3),
                "ONLINE",
                "TRANSFER",
                watch.account(listed),
                Identifiers.bic("CZ", k),
                "CZ",
                null,
                "Consulting"));
        rows.add(new Planted(
                group,
                account,
                true,
                110_000 + Draw.below(k, 4, 90_000),
                at(14, k, 5),
                "ONLINE",
                "TRANSFER",
                Identifiers.accountNumber("CZ", k),
                watch.bank(bank),
                "CZ",
                null,
                "Consulting"));
    }

    private void disturb(int round) {
        long k = Draw.key(key, 100_000 + round);
        int spike = subject();
        external(
                group("ANOMALY", "AMOUNT_SPIKE", round, List.of(spike)),
                spike,
                false,
                900_000 + Draw.below(k, 0, 900_000),
                at(11, k, 1),
                "TRANSFER",
                outside.usual(spike, 2));

        int fast = subject();
        int velocity = group("ANOMALY", "VELOCITY", round, List.of(fast));
        long start = at(12, k, 2);
        for (int i = 0; i < VELOCITY_ROWS; i++) {
            int merchant = outside.usualMerchant(fast, i % 5);
            rows.add(new Planted(
                    velocity,
                    fast,
                    false,
                    1_200 + Draw.below(k, 100 + i, 4_000),
                    start + i * 20 * DayBook.SECOND_MICROS,
                    "POS",
                    "CARD",
                    Outside.merchantId(merchant),
                    null,
                    outside.merchantCountry(merchant),
                    null,
                    "Card payment"));
        }

        int night = subject();
        external(
                group("ANOMALY", "UNUSUAL_HOUR", round, List.of(night)),
                night,
                false,
                15_000 + Draw.below(k, 3, 30_000),
                at(3, k, 4),
                "TRANSFER",
                outside.usual(night, 1));

        int stranger = subject();
        int fresh = group("ANOMALY", "NEW_COUNTERPARTY_LARGE", round, List.of(stranger));
        rows.add(new Planted(
                fresh,
                stranger,
                false,
                1_200_000 + Draw.below(k, 5, 1_800_000),
                at(15, k, 6),
                "ONLINE",
                "TRANSFER",
                Identifiers.accountNumber("ES", k),
                Identifiers.bic("ES", k),
                "ES",
                null,
                "Purchase"));
    }

    private void cash(int group, int account, long cents, long micros, @Nullable String branch) {
        rows.add(new Planted(
                group, account, true, cents, micros, "BRANCH", "CASH", null, null, null, branch, "Cash deposit"));
    }

    private void external(int group, int account, boolean credit, long cents, long micros, String method, int other) {
        rows.add(new Planted(
                group,
                account,
                credit,
                cents,
                micros,
                "ONLINE",
                method,
                outside.account(other),
                outside.bank(other),
                outside.country(other),
                null,
                "Settlement " + (other % 1_000)));
    }

    /** Both legs of a transfer between two of the bank's accounts. */
    private void internal(int group, int from, int to, long cents, long micros) {
        rows.add(new Planted(
                group,
                from,
                false,
                cents,
                micros,
                "ONLINE",
                "TRANSFER",
                population.iban(to),
                SampleBank.BIC,
                "DE",
                null,
                "Transfer"));
        rows.add(new Planted(
                group,
                to,
                true,
                cents,
                micros + DayBook.SECOND_MICROS,
                "ONLINE",
                "TRANSFER",
                population.iban(from),
                SampleBank.BIC,
                "DE",
                null,
                "Transfer"));
    }

    /** Some moment within the hour. */
    private long at(int hour, long k, int field) {
        return dayStart + hour * 60 * MINUTE + Draw.below(k, field, 60 * MINUTE);
    }
}
