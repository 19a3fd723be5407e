package io.daybreak.bench.answer;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one run gave, free of the order of rows and of how they were split into files.
 *
 * @param tables by output: rows, sums of money and a checksum over all columns, as text
 */
public record Answer(Map<String, String> tables) {

    public Answer {
        tables = java.util.Collections.unmodifiableMap(new TreeMap<>(tables));
    }

    /** In one line. */
    public String line() {
        return tables.toString();
    }
}
