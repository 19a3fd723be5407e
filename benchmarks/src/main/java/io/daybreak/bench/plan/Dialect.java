package io.daybreak.bench.plan;

import java.util.Locale;

/** Whose SQL a workload's files are written in. */
public enum Dialect {
    FLINK,
    SPARK,
    DUCKDB;

    /** Name of its folder. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
