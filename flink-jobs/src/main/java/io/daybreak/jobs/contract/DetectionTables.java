package io.daybreak.jobs.contract;

import static io.daybreak.jobs.contract.ColumnType.BIGINT;
import static io.daybreak.jobs.contract.ColumnType.DOUBLE;
import static io.daybreak.jobs.contract.ColumnType.MONEY;
import static io.daybreak.jobs.contract.ColumnType.STRING;
import static io.daybreak.jobs.contract.ColumnType.STRINGS;
import static io.daybreak.jobs.contract.ColumnType.TIMESTAMP;
import static io.daybreak.jobs.contract.ColumnType.TOTAL;

/** What detection scenarios and limits publish: alerts, what was examined for them, and runs. */
final class DetectionTables {

    static final TableSpec AML_ALERTS = alerts("aml_alerts", "one alert of one anti-money-laundering scenario");

    static final TableSpec SURVEILLANCE_ALERTS =
            alerts("surveillance_alerts", "one alert of one market-abuse scenario");

    static final TableSpec RISK_ALERTS = alerts("risk_alerts", "one limit breached");

    static final TableSpec AML_COVERAGE = coverage("aml_coverage");

    static final TableSpec SURVEILLANCE_COVERAGE = coverage("surveillance_coverage");

    static final TableSpec AML_SCENARIO_RUNS = scenarioRuns("aml_scenario_runs", "AML");

    static final TableSpec SURVEILLANCE_SCENARIO_RUNS = scenarioRuns("surveillance_scenario_runs", "SURVEILLANCE");

    private static TableSpec alerts(String name, String grain) {
        return TableSpec.published(name, grain)
                .key("alert_id")
                .required("alert_id", STRING, "scenario, subject and business date: stable over reruns")
                .required("domain", STRING, "AML, SURVEILLANCE or RISK")
                .required("scenario_id", STRING, "identifier of the scenario")
                .required("subject_type", STRING, "CUSTOMER, ACCOUNT, TRADER, OWNER, BANK, DESK or FACTOR")
                .required("subject_id", STRING, "whom or what it concerns")
                .required("window_start", TIMESTAMP, "first event, UTC")
                .required("window_end", TIMESTAMP, "last event, UTC")
                .required("event_count", BIGINT, "events behind it")
                .required("amount_base", MONEY, "sum, base currency")
                .required("score", DOUBLE, "how far beyond the threshold: observed / threshold")
                .required(
                        "evidence",
                        STRINGS,
                        "identifiers of the transactions, orders or trades, earliest first, at most 50")
                .required("explanation", STRING, "the arithmetic in one sentence, thresholds included")
                .build();
    }

    private static TableSpec coverage(String name) {
        return TableSpec.published(name, "what one scenario made of one currency's events of a kind")
                .key("scenario_id", "events", "outcome", "currency")
                .required("scenario_id", STRING, "identifier of the scenario")
                .required("events", STRING, "transactions, orders or trades")
                .required("outcome", STRING, "EXAMINED; OUT_OF_SCOPE: of a kind the scenario does not look at")
                .required("currency", STRING, "ISO 4217; '-' where events carry none")
                .required("event_count", BIGINT, "events")
                .required("amount", TOTAL, "their sum in currency; of trades quantity times price; 0 for orders")
                .required("amount_base", TOTAL, "their sum in base currency; 0 for orders")
                .build();
    }

    private static TableSpec scenarioRuns(String name, String domain) {
        return TableSpec.published(name, "one detection scenario's run")
                .key("scenario_id")
                .required("domain", STRING, domain)
                .required("scenario_id", STRING, "identifier")
                .required("scenario_name", STRING, "what it looks for")
                .required("examined_count", BIGINT, "events of the kinds it examines, all of them judged")
                .required("alert_count", BIGINT, "alerts raised; 0 is a result")
                .required("alerted_base", TOTAL, "sum of the alerts' amounts, base currency")
                .build();
    }

    private DetectionTables() {}
}
