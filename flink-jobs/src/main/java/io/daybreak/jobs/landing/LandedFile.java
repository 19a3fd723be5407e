package io.daybreak.jobs.landing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one finished file adds to its feed's trailer.
 *
 * @param entry name, size, rows and hash
 * @param amounts sum of the amount column by currency, {@code "-"} for rows without one; empty where the table holds none
 */
public record LandedFile(Trailer.FileEntry entry, Map<String, BigDecimal> amounts) {

    public LandedFile {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }
}
