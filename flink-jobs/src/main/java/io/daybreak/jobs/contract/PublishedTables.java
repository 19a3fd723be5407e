package io.daybreak.jobs.contract;

import static io.daybreak.jobs.contract.ColumnType.BIGINT;
import static io.daybreak.jobs.contract.ColumnType.BOOLEAN;
import static io.daybreak.jobs.contract.ColumnType.DATE;
import static io.daybreak.jobs.contract.ColumnType.DOUBLE;
import static io.daybreak.jobs.contract.ColumnType.FIGURE;
import static io.daybreak.jobs.contract.ColumnType.INT;
import static io.daybreak.jobs.contract.ColumnType.INTS;
import static io.daybreak.jobs.contract.ColumnType.MONEY;
import static io.daybreak.jobs.contract.ColumnType.STRING;
import static io.daybreak.jobs.contract.ColumnType.STRINGS;
import static io.daybreak.jobs.contract.ColumnType.TOTAL;

import java.util.List;

/** What the night publishes: each table written by one stage, partitioned by {@code processing_date}. */
final class PublishedTables {

    static final TableSpec FEED_TOTALS = TableSpec.published("feed_totals", "one feed and currency as it landed")
            .key("feed", "currency")
            .required("feed", STRING, "table of the feed")
            .required("currency", STRING, "ISO 4217; '-' where rows carry none")
            .required("row_count", BIGINT, "rows")
            .required("amount", TOTAL, "sum of the feed's amount column, in currency; 0 where it has none")
            .build();

    static final TableSpec DUPLICATE_ROWS = TableSpec.published(
                    "duplicate_rows", "one landed transaction that repeats another")
            .key("source_file", "source_row")
            .required("source_file", STRING, "file of the repeating row, within its feed and date")
            .required("source_row", BIGINT, "its row in that file, from 0")
            .required("transaction_id", STRING, "identifier it repeats")
            .required("repeats", STRING, "DAY: another row of this day is kept; HISTORY: published on an earlier day")
            .build();

    static final TableSpec ENRICHED_TRANSACTIONS = enriched();

    static final TableSpec REJECTED_TRANSACTIONS = TableSpec.published(
                    "rejected_transactions", "one landed transaction that failed a rule")
            .key("source_file", "source_row")
            .allOf(LandedTables.TRANSACTIONS)
            .required("source_file", STRING, "file it came from, within its feed and date")
            .required("source_row", BIGINT, "its row in that file, from 0")
            .required("failed_rules", STRINGS, "identifiers of every rule it failed, in rule order")
            .required("severity", STRING, "the worst severity among them: ERROR or FATAL")
            .build();

    static final TableSpec ANOMALIES = TableSpec.published("anomalies", "one transaction flagged by one detector")
            .key("transaction_id", "detector")
            .required("transaction_id", STRING, "transaction")
            .required("account_id", STRING, "account")
            .required("customer_id", STRING, "holder")
            .required("detector", STRING, "identifier of the detector")
            .required("outcome", STRING, "FLAGGED")
            .required("observed", DOUBLE, "the figure the detector looked at")
            .nullable("expected", DOUBLE, "what the profile expects: median, mean or count")
            .nullable("spread", DOUBLE, "the profile's spread in the same unit")
            .nullable("score", DOUBLE, "robust z or ratio, as the detector defines it")
            .required("threshold", DOUBLE, "flagged at or beyond this score")
            .required("history_days", INT, "days of history the expectation rests on")
            .required("amount_base", MONEY, "base currency")
            .required("explanation", STRING, "the arithmetic in one sentence")
            .build();

    static final TableSpec ANOMALY_OUTCOMES = TableSpec.published(
                    "anomaly_outcomes", "one detector and outcome over the day")
            .key("detector", "outcome")
            .required("detector", STRING, "identifier of the detector")
            .required("outcome", STRING, "NORMAL, FLAGGED or INSUFFICIENT_HISTORY")
            .required("transaction_count", BIGINT, "transactions with that outcome")
            .required("amount_base", TOTAL, "their sum, base currency")
            .build();

    static final TableSpec ACCOUNT_ACTIVITY = TableSpec.published(
                    "account_activity",
                    "one account's day; the first night also holds the days landed as opening_activity")
            .key("account_id", "activity_date")
            .required("account_id", STRING, "account")
            .required("customer_id", STRING, "holder")
            .required("activity_date", DATE, "day; the business date but for the opening days")
            .required("transaction_count", BIGINT, "bookings of the day")
            .required("debit_base", MONEY, "sum of debits, base currency")
            .required("credit_base", MONEY, "sum of credits, base currency")
            .required("cash_in_count", BIGINT, "cash credits")
            .required("cash_in_base", MONEY, "sum of cash credits, base currency")
            .required("maximum_base", MONEY, "largest amount, base currency")
            .required(
                    "log_amount_histogram",
                    INTS,
                    "counts by quarter powers of two of the base amount, 128 classes from 2^-8")
            .required("hour_histogram", INTS, "counts by hour of day UTC, 24 classes")
            .build();

    static final TableSpec ACCOUNT_PROFILES = TableSpec.published(
                    "account_profiles", "one account over the 90 days that end with the business date")
            .key("account_id")
            .required("account_id", STRING, "account")
            .required("customer_id", STRING, "holder")
            .required("active_days", INT, "days with a booking")
            .required("first_active", DATE, "first of them in the window")
            .required("last_active", DATE, "last of them")
            .required("transaction_count", BIGINT, "bookings")
            .required("maximum_day_count", BIGINT, "most bookings on one day")
            .required("debit_base", MONEY, "sum of debits, base currency")
            .required("credit_base", MONEY, "sum of credits, base currency")
            .required("maximum_base", MONEY, "largest amount, base currency")
            .required("log_amount_histogram", INTS, "sum of the days' histograms")
            .required("hour_histogram", INTS, "sum of the days' histograms")
            .build();

    static final TableSpec ACCOUNT_COUNTERPARTIES = TableSpec.published(
                    "account_counterparties", "one counterparty an account has dealt with in the last 90 days")
            .key("account_id", "counterparty_account")
            .required("account_id", STRING, "account")
            .required("counterparty_account", STRING, "other side")
            .required("counterparty_country", STRING, "ISO 3166 alpha-2 of the other side, on the last day seen")
            .required("first_seen", DATE, "first day of an unbroken row of 90-day windows")
            .required("last_seen", DATE, "last day")
            .build();

    static final TableSpec CUSTOMER_INSIGHTS = TableSpec.published("customer_insights", "one customer tonight")
            .key("customer_id")
            .required("customer_id", STRING, "customer")
            .required("segment", STRING, "behavioural segment by recency, frequency and spend")
            .required("recency_score", INT, "1 to 5, 5 most recent")
            .required("frequency_score", INT, "1 to 5")
            .required("monetary_score", INT, "1 to 5")
            .required("last_purchase", DATE, "last day with a purchase")
            .required("repeat_days", INT, "days with a purchase after the first")
            .required("spend_base", MONEY, "sum over the repeat days, base currency")
            .nullable(
                    "probability_active",
                    DOUBLE,
                    "BG/NBD probability of still being active; none where too few customers buy again to fit the model")
            .nullable("expected_purchases", DOUBLE, "expected purchase days in the next 52 weeks")
            .nullable("expected_value", DOUBLE, "Gamma-Gamma expected spend per purchase day, base currency")
            .nullable("lifetime_value", MONEY, "their product over 52 weeks, base currency")
            .build();

    static final TableSpec RECOMMENDATIONS = TableSpec.published("recommendations", "one suggestion for one customer")
            .key("customer_id", "place")
            .required("customer_id", STRING, "customer")
            .required("place", INT, "1 is best")
            .required("item", STRING, "merchant category suggested")
            .required("score", DOUBLE, "sum of item-item cosine similarities with what the customer buys")
            .build();

    static final TableSpec PURCHASE_HISTORY = TableSpec.published(
                    "purchase_history", "one customer's purchases up to the business date")
            .key("customer_id")
            .required("customer_id", STRING, "customer")
            .required("first_purchase", DATE, "day of the first one")
            .required("last_purchase", DATE, "day of the last one")
            .required("repeat_days", INT, "days with a purchase after the first")
            .required("spend_base", MONEY, "sum over the repeat days, base currency")
            .required("weeks_observed", DOUBLE, "weeks from the first purchase to the business date")
            .build();

    static final TableSpec CUSTOMER_CATEGORIES = TableSpec.published(
                    "customer_categories", "one merchant category a customer has bought from up to the business date")
            .key("customer_id", "merchant_category")
            .required("customer_id", STRING, "customer")
            .required("merchant_category", STRING, "ISO 18245 merchant category code")
            .required("purchase_days", INT, "days with a purchase in it")
            .required("last_purchase", DATE, "day of the last one")
            .build();

    static final TableSpec REPORT_CELLS = TableSpec.published("report_cells", "one figure of one report")
            .key("report_id", "template", "row_code", "column_code", "cell_key")
            .required("report_id", STRING, "format identifier")
            .required("template", STRING, "template or schedule")
            .required("row_code", STRING, "row, or data point")
            .required("column_code", STRING, "column; '-' where the template has none")
            .required("cell_key", STRING, "open keys, '-' where there are none")
            .required("amount", FIGURE, "the figure as filed")
            .required("unit", STRING, "currency code, RATIO or COUNT")
            .required("rule", STRING, "paragraph or instruction it answers")
            .required("source_table", STRING, "published table it is drawn from")
            .required("source_filter", STRING, "SQL condition that selects its rows there")
            .build();

    static final TableSpec REPORT_FILES = TableSpec.published("report_files", "one report of the night")
            .key("report_id", "file_name")
            .required("report_id", STRING, "format identifier")
            .required("authority", STRING, "to whom")
            .required(
                    "file_name",
                    STRING,
                    "name under reports/date=<date>/; '-' when there is none, with the instance a report is for")
            .required("state", STRING, "VALID, HELD or NOT_APPLICABLE")
            .required("record_count", BIGINT, "records in the file")
            .required("byte_count", BIGINT, "bytes")
            .required("sha256", STRING, "of the file; '-' when there is none")
            .required("findings", STRINGS, "what the checks found")
            .build();

    static final TableSpec CONTROL_TOTALS = TableSpec.published("control_totals", "one total of one stage")
            .key("stage", "measure", "side", "currency")
            .required("stage", STRING, "stage")
            .required("measure", STRING, "what is counted")
            .required("side", STRING, "IN, OUT or REJECTED")
            .required("currency", STRING, "ISO 4217; '-' where rows carry none")
            .required("row_count", BIGINT, "rows")
            .required("amount", TOTAL, "sum in currency; 0 where rows carry no amount")
            .build();

    static final List<TableSpec> ALL = List.of(
            FEED_TOTALS,
            DUPLICATE_ROWS,
            ENRICHED_TRANSACTIONS,
            REJECTED_TRANSACTIONS,
            ANOMALIES,
            ANOMALY_OUTCOMES,
            ACCOUNT_ACTIVITY,
            ACCOUNT_PROFILES,
            ACCOUNT_COUNTERPARTIES,
            RiskTables.SCENARIOS,
            RiskTables.BOOK_VALUES,
            RiskTables.UNPRICED_POSITIONS,
            RiskTables.PNL_VECTORS,
            RiskTables.RISK_MEASURES,
            RiskTables.STRESS_RESULTS,
            RiskTables.STRESS_DRIVERS,
            RiskTables.BACKTESTS,
            RiskTables.CREDIT_SCORES,
            RiskTables.UNSCORED_EXPOSURES,
            RiskTables.EXPOSURE_RWA,
            RiskTables.UNWEIGHTED_EXPOSURES,
            RiskTables.LEDGER_LINES,
            RiskTables.CAPITAL_MEASURES,
            DetectionTables.RISK_ALERTS,
            DetectionTables.AML_ALERTS,
            DetectionTables.AML_COVERAGE,
            DetectionTables.AML_SCENARIO_RUNS,
            DetectionTables.SURVEILLANCE_ALERTS,
            DetectionTables.SURVEILLANCE_COVERAGE,
            DetectionTables.SURVEILLANCE_SCENARIO_RUNS,
            PURCHASE_HISTORY,
            CUSTOMER_CATEGORIES,
            CUSTOMER_INSIGHTS,
            RECOMMENDATIONS,
            REPORT_CELLS,
            REPORT_FILES,
            CONTROL_TOTALS);

    private static TableSpec enriched() {
        TableSpec.Builder builder = TableSpec.published(
                        "enriched_transactions", "one valid transaction, enriched and scored")
                .key("transaction_id")
                .amount("amount");
        List<String> always = List.of(
                "transaction_id",
                "account_id",
                "customer_id",
                "transaction_type",
                "amount",
                "currency",
                "booking_time");
        for (Column column : LandedTables.TRANSACTIONS.columns()) {
            if (always.contains(column.name())) {
                builder.required(column.name(), column.type(), column.meaning());
            } else {
                builder.nullable(column.name(), column.type(), column.meaning());
            }
        }
        return builder.required("source_file", STRING, "file it came from, within its feed and date")
                .required("source_row", BIGINT, "its row in that file, from 0")
                .required("amount_base", MONEY, "amount in the base currency at the business date's fixing, half up")
                .required("customer_tier", STRING, "of the customer as of the business date")
                .required("customer_type", STRING, "of the customer as of the business date")
                .required("customer_country", STRING, "of the customer as of the business date")
                .required("customer_segment", STRING, "of the customer as of the business date")
                .required("kyc_risk", STRING, "of the customer as of the business date")
                .required("pep", BOOLEAN, "of the customer as of the business date")
                .required("account_product", STRING, "of the account as of the business date")
                .required("account_currency", STRING, "of the account as of the business date")
                .required("account_status", STRING, "of the account as of the business date")
                .required("risk_score", INT, "0 to 100, see the javadoc of RiskScore")
                .required("flags", STRINGS, "row-wise flags, in flag order")
                .build();
    }

    private PublishedTables() {}
}
