package io.daybreak.jobs.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All tables of the contract by name. */
public final class Catalogue {

    public static final TableSpec TRANSACTIONS = LandedTables.TRANSACTIONS;
    public static final TableSpec CUSTOMERS = LandedTables.CUSTOMERS;
    public static final TableSpec ACCOUNTS = LandedTables.ACCOUNTS;
    public static final TableSpec FX_RATES = LandedTables.FX_RATES;
    public static final TableSpec WATCHLISTS = LandedTables.WATCHLISTS;
    public static final TableSpec ENRICHED_TRANSACTIONS = PublishedTables.ENRICHED_TRANSACTIONS;
    public static final TableSpec REJECTED_TRANSACTIONS = PublishedTables.REJECTED_TRANSACTIONS;
    public static final TableSpec CONTROL_TOTALS = PublishedTables.CONTROL_TOTALS;
    public static final TableSpec FEED_TOTALS = PublishedTables.FEED_TOTALS;

    private static final Map<String, TableSpec> TABLES = byName();

    /** Every table: landed ones first, then published ones, each in the order of the night. */
    public static List<TableSpec> all() {
        return List.copyOf(TABLES.values());
    }

    /** The landed tables, in the order of the night. */
    public static List<TableSpec> landed() {
        return LandedTables.ALL;
    }

    /** The published tables, in the order of the night. */
    public static List<TableSpec> published() {
        return PublishedTables.ALL;
    }

    /** Whether there is a table of this name. */
    public static boolean has(String name) {
        return TABLES.containsKey(name);
    }

    /**
     * The table of this name.
     *
     * @throws IllegalArgumentException if the contract has none
     */
    public static TableSpec table(String name) {
        TableSpec table = TABLES.get(name);
        if (table == null) {
            throw new IllegalArgumentException("the contract has no table '" + name + "'; it has " + TABLES.keySet());
        }
        return table;
    }

    private static Map<String, TableSpec> byName() {
        List<TableSpec> all = new ArrayList<>(LandedTables.ALL);
        all.addAll(PublishedTables.ALL);
        Map<String, TableSpec> tables = new LinkedHashMap<>();
        for (TableSpec table : all) {
            if (tables.put(table.name(), table) != null) {
                throw new IllegalStateException("two tables are named " + table.name());
            }
        }
        return java.util.Collections.unmodifiableMap(tables);
    }

    private Catalogue() {}
}
