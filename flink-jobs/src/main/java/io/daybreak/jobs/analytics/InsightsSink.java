package io.daybreak.jobs.analytics;

import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** Writes the stage's insights into the database's load tables through Flink's JDBC connector, as upserts by key. */
final class InsightsSink {

    private static final String CUSTOMERS = """
            customer_id STRING, segment STRING, recency_score INT, frequency_score INT, monetary_score INT,
            last_purchase DATE, repeat_days INT, spend_base DECIMAL(18,2), probability_active DOUBLE,
            expected_purchases DOUBLE, expected_value DOUBLE, lifetime_value DECIMAL(18,2),
            PRIMARY KEY (customer_id) NOT ENFORCED""";
    private static final String RECOMMENDATIONS = """
            customer_id STRING, place INT, item STRING, score DOUBLE,
            PRIMARY KEY (customer_id, place) NOT ENFORCED""";

    /** Adds the inserts of the views {@code insights} and {@code suggested} to the stage's one job. */
    static void addInserts(StreamTableEnvironment session, StatementSet statements, String url) {
        table(session, InsightsDatabase.CUSTOMERS_LOAD, CUSTOMERS, url);
        table(session, InsightsDatabase.RECOMMENDATIONS_LOAD, RECOMMENDATIONS, url);
        statements.addInsertSql("INSERT INTO " + InsightsDatabase.CUSTOMERS_LOAD
                + " SELECT customer_id, segment, recency_score, frequency_score, monetary_score, last_purchase,"
                + " repeat_days, spend_base, probability_active, expected_purchases, expected_value, lifetime_value"
                + " FROM insights");
        statements.addInsertSql("INSERT INTO " + InsightsDatabase.RECOMMENDATIONS_LOAD
                + " SELECT customer_id, place, item, score FROM suggested");
    }

    private static void table(StreamTableEnvironment session, String name, String columns, String url) {
        session.executeSql("CREATE TEMPORARY TABLE " + name + " (" + columns + ") WITH ('connector' = 'jdbc', 'url' = '"
                + url.replace("'", "''") + "', 'table-name' = '" + name
                + "', 'driver' = 'org.postgresql.Driver', 'sink.buffer-flush.max-rows' = '2000')");
    }

    private InsightsSink() {}
}
