package io.daybreak.jobs.sample;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What sample day to write.
 *
 * @param businessDate the day, 2005-01-01 to 2099-12-31
 * @param transactions rows of the transactions feed, 1,000 to 2,000,000,000; the other feeds scale with it
 * @param seed same seed, same bytes
 * @param historyDays trading days of market history, 500 to 5,000
 * @param wide whether transactions carry their payment message, about 4 KB a row
 * @param parallelism files written at the same time, 1 to 64; it has no influence on the bytes
 * @param lake directory under which {@code landing/} and {@code truth/} are written
 */
public record SampleRequest(
        LocalDate businessDate,
        long transactions,
        long seed,
        int historyDays,
        boolean wide,
        int parallelism,
        Path lake) {

    /** Two years and a month: a year of VaR windows each with 250 days before it. */
    public static final int DEFAULT_HISTORY_DAYS = 520;

    public static final int LEAST_HISTORY_DAYS = 500;

    public static final long DEFAULT_SEED = 20_251_125;

    public SampleRequest {
        requireBetween("business date's year", businessDate.getYear(), 2005, 2099);
        requireBetween("transactions", transactions, 1_000, 2_000_000_000L);
        requireBetween("history days", historyDays, LEAST_HISTORY_DAYS, 5_000);
        requireBetween("parallelism", parallelism, 1, 64);
    }

    private static void requireBetween(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + value + ", must be between " + least + " and " + most);
        }
    }
}
