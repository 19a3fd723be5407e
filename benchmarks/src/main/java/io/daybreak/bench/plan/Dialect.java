package io.daybreak.bench.plan;

import java.util.Locale;

/** Whose SQL a workload's files are written in. */
public enum Dialect {
    /** Flink's, with the functions of the night's sessions; most workloads are not said differently in it. */
    DAYBREAK,
    FLINK,
    SPARK,
    DUCKDB;

    /** Name of its folder. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
