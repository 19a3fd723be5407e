package io.daybreak.bench.plan;

/**
 * One SELECT of a plan and what becomes of its rows.
 *
 * @param kind what becomes of them
 * @param name of the view, or of the output
 * @param sql the SELECT in the engine's dialect
 */
public record Step(Kind kind, String name, String sql) {

    /** What becomes of a SELECT's rows. */
    public enum Kind {
        /** Known to later steps by its name. */
        VIEW,
        /** Likewise, computed once where the engine can keep it. */
        STORED,
        /** Written as Parquet to a folder of its name. */
        OUTPUT
    }
}
