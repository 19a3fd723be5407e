package io.daybreak.jobs.night;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.stage.NightSettings;
import java.time.LocalDate;
import java.util.List;

/**
 * What was asked for.
 *
 * @param only run just these stages; empty for all
 * @param from run this stage and what depends on it; empty for all
 * @param resume go on with the last unfinished run of the date
 * @param insights JDBC address of the customer insights database; empty for none
 */
public record NightRequest(
        LocalDate businessDate,
        Lake lake,
        List<String> only,
        String from,
        boolean resume,
        String insights,
        NightSettings settings) {

    public NightRequest {
        only = List.copyOf(only);
        if (!only.isEmpty() && !from.isEmpty()) {
            throw new IllegalArgumentException("--only and --from exclude each other");
        }
    }

    /** The same with another insights database. */
    public NightRequest withInsights(String address) {
        return new NightRequest(businessDate, lake, only, from, resume, address, settings);
    }
}
