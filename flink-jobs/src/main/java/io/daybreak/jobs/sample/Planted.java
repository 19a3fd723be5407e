package io.daybreak.jobs.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a planted pattern. It is valid in every respect: only together with its group is it telling.
 *
 * @param group position of its group in {@link Plants#groups()}
 * @param branch where it was booked, or null for the account's own branch
 */
record Planted(
        int group,
        int account,
        boolean credit,
        long cents,
        long bookingMicros,
        String channel,
        String method,
        @Nullable String counterpartyAccount,
        @Nullable String counterpartyBank,
        @Nullable String counterpartyCountry,
        @Nullable String branch,
        String description) {

    /**
     * What belongs together.
     *
     * @param domain AML or ANOMALY
     * @param kind name of the pattern
     * @param id unique in the day
     * @param accounts indexes of the bank's own accounts concerned, the subject first
     */
    record Group(String domain, String kind, String id, List<Integer> accounts) {
        Group {
            accounts = List.copyOf(accounts);
        }
    }
}
