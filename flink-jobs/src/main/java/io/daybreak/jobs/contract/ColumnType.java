package io.daybreak.jobs.contract;

import static java.util.Objects.requireNonNull;

/**
 * The types the contract uses, named as SQL names them. Money is {@link #MONEY}; {@link #DOUBLE} is for simulated and
 * statistical figures only.
 */
public enum ColumnType {
    STRING("STRING"),
    BOOLEAN("BOOLEAN"),
    INT("INT"),
    BIGINT("BIGINT"),
    DOUBLE("DOUBLE"),
    DATE("DATE"),
    /** UTC, microseconds. */
    TIMESTAMP("TIMESTAMP(6)"),
    /** An amount of money in the currency a neighbouring column names. */
    MONEY("DECIMAL(18,2)"),
    /** A sum of many amounts of money. */
    TOTAL("DECIMAL(38,2)"),
    /** A price, rate or ratio quoted in decimals. */
    RATE("DECIMAL(18,8)"),
    /** A figure of a report: an amount as large as a bank, a ratio or a count. */
    FIGURE("DECIMAL(38,8)"),
    /** A number of units of an instrument. */
    QUANTITY("DECIMAL(24,6)"),
    STRINGS("ARRAY<STRING>"),
    INTS("ARRAY<INT>"),
    BIGINTS("ARRAY<BIGINT>");

    private final String sql;

    ColumnType(String sql) {
        this.sql = requireNonNull(sql);
    }

    /** The type as Flink SQL writes it. */
    public String sql() {
        return sql;
    }
}
