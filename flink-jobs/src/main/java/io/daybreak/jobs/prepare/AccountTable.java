package io.daybreak.jobs.prepare;

import io.daybreak.jobs.columnar.ColumnBatch;
import io.daybreak.jobs.columnar.TextDictionary;
import io.daybreak.jobs.columnar.TextVector;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.data.StringData;

/** Accounts in the version that holds on the business date, numbered; their codes are numbers into a small dictionary. */
final class AccountTable {

    static final List<String> COLUMNS = List.of(
            "account_id",
            "customer_id",
            "product",
            "currency",
            "status",
            "opened_on",
            "daily_limit",
            "valid_from",
            "valid_to");
    static final int VALID_FROM = 7;

    /** The codes of an account, in the order of the enriched transaction's columns. */
    static final int PRODUCT = 0;

    static final int CURRENCY = 1;
    static final int STATUS = 2;
    private static final int CODES = 3;
    private static final int OPENED_ON = 5;
    private static final int DAILY_LIMIT = 6;

    private final TextDictionary keys = new TextDictionary();
    private final TextDictionary codes = new TextDictionary();
    private int[] customers = new int[16];
    private int[] codesOf = new int[CODES * 16];
    private int[] openedOn = new int[16];
    private long[] dailyLimitCents = new long[16];

    /**
     * Adds the account of a row.
     *
     * @throws IllegalStateException if there is one of that identifier already
     */
    void add(ColumnBatch batch, int row, CustomerTable holders) {
        TextVector id = batch.text(0);
        int before = keys.size();
        int account = keys.add(id.data(), id.start(row), id.length(row));
        if (account < before) {
            throw new IllegalStateException(
                    "two versions of account " + keys.text(account) + " hold on the business date");
        }
        if (account == customers.length) {
            customers = Arrays.copyOf(customers, account * 2);
            codesOf = Arrays.copyOf(codesOf, account * 2 * CODES);
            openedOn = Arrays.copyOf(openedOn, account * 2);
            dailyLimitCents = Arrays.copyOf(dailyLimitCents, account * 2);
        }
        customers[account] = holders.key(batch.text(1), row);
        for (int code = 0; code < CODES; code++) {
            TextVector text = batch.text(2 + code);
            codesOf[account * CODES + code] = codes.add(text.data(), text.start(row), text.length(row));
        }
        openedOn[account] = batch.ints(OPENED_ON).get(row);
        dailyLimitCents[account] = batch.longs(DAILY_LIMIT).get(row);
    }

    /** From now on nothing is added. */
    void done() {
        keys.indexed();
        codes.indexed();
    }

    /** The number of an account, or {@link TextDictionary#ABSENT}. */
    int find(byte[] id, int start, int length) {
        return keys.find(id, start, length);
    }

    /** What {@link #code} refers to. */
    TextDictionary codes() {
        return codes;
    }

    /** Number of the customer who holds it. */
    int customer(int account) {
        return customers[account];
    }

    int code(int account, int which) {
        return codesOf[account * CODES + which];
    }

    /** Day since 1970-01-01. */
    int openedOn(int account) {
        return openedOn[account];
    }

    /** Largest debit, in hundredths of the account's currency. */
    long dailyLimitCents(int account) {
        return dailyLimitCents[account];
    }

    /** The account as the row-wise rules see it. */
    AsOf.Account get(int account, CustomerTable holders) {
        return new AsOf.Account(
                StringData.fromString(holders.keys().text(customers[account])),
                text(account, PRODUCT),
                text(account, CURRENCY),
                text(account, STATUS),
                openedOn[account],
                dailyLimitCents[account]);
    }

    private StringData text(int account, int which) {
        return StringData.fromString(codes.text(code(account, which)));
    }
}
