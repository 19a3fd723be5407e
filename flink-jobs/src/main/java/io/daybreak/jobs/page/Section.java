package io.daybreak.jobs.page;

import java.util.List;

/** The sections of the summary that need published tables, and which ones. Any of a section's tables makes it run. */
enum Section {
    TRANSACTIONS("transactions", "enriched_transactions", "rejected_transactions"),
    ANOMALIES("anomalies", "anomaly_outcomes"),
    RISK("risk", "risk_measures", "stress_results", "backtests"),
    CREDIT("credit", "credit_scores"),
    CAPITAL("capital", "capital_measures", "exposure_rwa"),
    ALERTS("alerts", "aml_alerts", "surveillance_alerts", "risk_alerts"),
    REPORTS("reports", "report_files"),
    SEGMENTS("segments", "customer_insights");

    private final String key;
    private final List<String> tables;

    Section(String key, String... tables) {
        this.key = key;
        this.tables = List.of(tables);
    }

    /** Its field in the summary. */
    String key() {
        return key;
    }

    List<String> tables() {
        return tables;
    }
}
