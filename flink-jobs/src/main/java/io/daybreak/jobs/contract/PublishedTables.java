package io.daybreak.jobs.contract;

import static io.daybreak.jobs.contract.ColumnType.BIGINT;
import static io.daybreak.jobs.contract.ColumnType.BIGINTS;
import static io.daybreak.jobs.contract.ColumnType.BOOLEAN;
import static io.daybreak.jobs.contract.ColumnType.DATE;
import static io.daybreak.jobs.contract.ColumnType.DOUBLE;
import static io.daybreak.jobs.contract.ColumnType.INT;
import static io.daybreak.jobs.contract.ColumnType.INTS;
import static io.daybreak.jobs.contract.ColumnType.MONEY;
import static io.daybreak.jobs.contract.ColumnType.RATE;
import static io.daybreak.jobs.contract.ColumnType.STRING;
import static io.daybreak.jobs.contract.ColumnType.STRINGS;
import static io.daybreak.jobs.contract.ColumnType.TIMESTAMP;
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

    static final TableSpec PNL_VECTORS = TableSpec.published(
                    "pnl_vectors", "one book's profit and loss over a scenario set")
            .key("scenario_set", "book")
            .required("scenario_set", STRING, "HISTORICAL, MONTE_CARLO or STRESS")
            .required("desk", STRING, "trading desk")
            .required("book", STRING, "portfolio")
            .required("scenario_count", INT, "length of the vector")
            .required("horizon_days", INT, "trading days")
            .required(
                    "pnl_e4",
                    BIGINTS,
                    "profit and loss by scenario in 1/10,000 of the base currency; vectors add exactly")
            .build();

    static final TableSpec SCENARIOS = TableSpec.published("scenarios", "one scenario of a set")
            .key("scenario_set", "scenario_index")
            .required(
                    "scenario_set",
                    STRING,
                    "HISTORICAL or STRESS; Monte Carlo scenarios are addressed by seed and index")
            .required("scenario_index", INT, "position in the P&L vectors, from 0")
            .required("scenario_name", STRING, "date of the move, or name of the stress")
            .build();

    static final TableSpec BOOK_VALUES = TableSpec.published("book_values", "one book's positions in one currency")
            .key("desk", "book", "currency")
            .amount("market_value")
            .required("desk", STRING, "trading desk")
            .required("book", STRING, "portfolio")
            .required("currency", STRING, "ISO 4217")
            .required("position_count", BIGINT, "positions valued")
            .required("market_value", TOTAL, "their sum in currency")
            .required("market_value_base", TOTAL, "their sum, base currency at the fixing")
            .build();

    static final TableSpec UNPRICED_POSITIONS = TableSpec.published(
                    "unpriced_positions", "one position no scenario can value")
            .key("position_id")
            .amount("market_value")
            .required("position_id", STRING, "position")
            .required("desk", STRING, "trading desk")
            .required("book", STRING, "portfolio")
            .required("instrument_id", STRING, "instrument held")
            .required("currency", STRING, "ISO 4217")
            .required("market_value", MONEY, "in currency, as landed")
            .required(
                    "reason",
                    STRING,
                    "UNKNOWN_INSTRUMENT, UNKNOWN_FACTOR, NO_HISTORY, NO_FIXING, NO_DURATION, OPTION_TERMS or EXPIRED")
            .build();

    static final TableSpec STRESS_DRIVERS = TableSpec.published(
                    "stress_drivers", "what one factor's move does to one book under one stress scenario")
            .key("scenario_name", "desk", "book", "factor_id")
            .required("scenario_name", STRING, "name")
            .required("desk", STRING, "trading desk")
            .required("book", STRING, "portfolio")
            .required("factor_id", STRING, "factor")
            .required("move", DOUBLE, "the factor's move in its own shift type")
            .required("pnl_e4", BIGINT, "profit and loss of that move alone, in 1/10,000 of the base currency")
            .build();

    static final TableSpec RISK_MEASURES = TableSpec.published("risk_measures", "one measure of one portfolio")
            .key("measure", "scenario_set", "confidence", "portfolio_level", "portfolio")
            .required("measure", STRING, "VAR, EXPECTED_SHORTFALL, COMPONENT_VAR or INCREMENTAL_VAR")
            .required("scenario_set", STRING, "HISTORICAL or MONTE_CARLO")
            .required("confidence", RATE, "decimal, e.g. 0.99")
            .required("horizon_days", INT, "trading days")
            .required("portfolio_level", STRING, "FIRM, DESK or BOOK")
            .required("portfolio", STRING, "name of the desk or book; the bank's for FIRM")
            .required("amount", MONEY, "loss as a positive number, base currency")
            .nullable("lower_bound", MONEY, "lower end of the 95 % order-statistic interval")
            .nullable("upper_bound", MONEY, "upper end of it")
            .required("convention", STRING, "the quantile convention by name")
            .required("tail_scenarios", INTS, "indices of the scenarios the number rests on")
            .build();

    static final TableSpec STRESS_RESULTS = TableSpec.published("stress_results", "one stress scenario on one book")
            .key("scenario_name", "portfolio_level", "portfolio")
            .required("scenario_name", STRING, "name")
            .required("portfolio_level", STRING, "FIRM, DESK or BOOK")
            .required("portfolio", STRING, "name of the desk or book")
            .required("pnl", MONEY, "profit or loss, base currency")
            .required("main_factor", STRING, "factor that moved it most")
            .required("main_factor_pnl", MONEY, "that factor's part, base currency")
            .build();

    static final TableSpec BACKTESTS = TableSpec.published(
                    "backtests",
                    "one portfolio's back-test over the last 250 days: tonight's positions on each day's move, against the"
                            + " 99 % one-day value at risk of the moves before it")
            .key("portfolio_level", "portfolio")
            .required("portfolio_level", STRING, "FIRM or DESK")
            .required("portfolio", STRING, "name")
            .required("observations", INT, "days compared")
            .required("exceptions", INT, "days whose loss was beyond the 99 % one-day VaR of the day before")
            .required("zone", STRING, "GREEN, AMBER or RED (MAR32)")
            .required("multiplier", RATE, "MAR32 multiplier")
            .required("kupiec_lr", DOUBLE, "proportion-of-failures likelihood ratio")
            .required("kupiec_p_value", DOUBLE, "its chi-square p-value")
            .build();

    static final TableSpec CREDIT_SCORES = TableSpec.published("credit_scores", "one exposure scored")
            .key("exposure_id")
            .required("exposure_id", STRING, "exposure")
            .required("exposure_class", STRING, "as landed")
            .required("currency", STRING, "ISO 4217 of the exposure")
            .required("drawn_amount", MONEY, "in currency, as landed")
            .required("score", INT, "points; higher is safer")
            .required("pd", RATE, "one-year probability of default, decimal")
            .required("lgd", RATE, "loss given default, decimal")
            .required("ead", MONEY, "exposure at default, base currency")
            .required("ifrs9_stage", INT, "1, 2 or 3")
            .required("expected_credit_loss", MONEY, "base currency")
            .required("reasons", STRINGS, "the characteristics that cost most points, worst first")
            .build();

    static final TableSpec UNSCORED_EXPOSURES = unworked("unscored_exposures", "one exposure without a score");

    static final TableSpec EXPOSURE_RWA = TableSpec.published(
                    "exposure_rwa", "one exposure under the standardised approach")
            .key("exposure_id")
            .required("exposure_id", STRING, "exposure")
            .required("exposure_class", STRING, "class of CRE20")
            .required("currency", STRING, "ISO 4217 of the exposure")
            .required("drawn_amount", MONEY, "in currency, as landed")
            .required("exposure_base", MONEY, "on-balance exposure net of provisions, base currency")
            .required("credit_conversion_factor", RATE, "decimal, on the undrawn part")
            .required("ead", MONEY, "exposure at default, base currency")
            .required("mitigated_amount", MONEY, "part covered by eligible collateral after haircuts, base currency")
            .required("risk_weight", RATE, "decimal")
            .required("rwa", MONEY, "risk-weighted assets, base currency")
            .required("rule", STRING, "paragraph the weight comes from")
            .build();

    static final TableSpec UNWEIGHTED_EXPOSURES =
            unworked("unweighted_exposures", "one exposure without a risk weight");

    static final TableSpec LEDGER_LINES = TableSpec.published(
                    "ledger_lines", "one ledger balance and the line of a rule it enters")
            .key("ledger_id")
            .amount("amount")
            .required("ledger_id", STRING, "identifier")
            .required("area", STRING, "as landed")
            .required("item", STRING, "as landed")
            .required("rule_item", STRING, "line of the rule; UNMAPPED if none is known, and then it enters nothing")
            .required("currency", STRING, "ISO 4217")
            .required("amount", MONEY, "in currency, as landed")
            .nullable("amount_base", MONEY, "base currency at the fixing; none without a fixing")
            .nullable("financial_year", INT, "as landed")
            .build();

    static final TableSpec CAPITAL_MEASURES = TableSpec.published(
                    "capital_measures", "one capital or liquidity measure")
            .key("measure")
            .required("measure", STRING, "e.g. CET1_RATIO, TOTAL_RWA, LEVERAGE_RATIO, LCR, NSFR")
            .required("amount", RATE, "ratio as a decimal, or amount in millions of the base currency, as unit says")
            .required("unit", STRING, "RATIO or MILLIONS")
            .nullable("minimum", RATE, "regulatory minimum in the same unit")
            .required("rule", STRING, "paragraph it comes from")
            .build();

    static final TableSpec AML_ALERTS = alerts("aml_alerts", "one alert of one anti-money-laundering scenario");

    static final TableSpec SURVEILLANCE_ALERTS =
            alerts("surveillance_alerts", "one alert of one market-abuse scenario");

    static final TableSpec RISK_ALERTS = alerts("risk_alerts", "one limit breached");

    static final TableSpec AML_COVERAGE = coverage("aml_coverage");

    static final TableSpec SURVEILLANCE_COVERAGE = coverage("surveillance_coverage");

    static final TableSpec AML_SCENARIO_RUNS = scenarioRuns("aml_scenario_runs", "AML");

    static final TableSpec SURVEILLANCE_SCENARIO_RUNS = scenarioRuns("surveillance_scenario_runs", "SURVEILLANCE");

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
            .required("amount", RATE, "the figure as filed")
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
            SCENARIOS,
            BOOK_VALUES,
            UNPRICED_POSITIONS,
            PNL_VECTORS,
            RISK_MEASURES,
            STRESS_RESULTS,
            STRESS_DRIVERS,
            BACKTESTS,
            CREDIT_SCORES,
            UNSCORED_EXPOSURES,
            EXPOSURE_RWA,
            UNWEIGHTED_EXPOSURES,
            LEDGER_LINES,
            CAPITAL_MEASURES,
            RISK_ALERTS,
            AML_ALERTS,
            AML_COVERAGE,
            AML_SCENARIO_RUNS,
            SURVEILLANCE_ALERTS,
            SURVEILLANCE_COVERAGE,
            SURVEILLANCE_SCENARIO_RUNS,
            PURCHASE_HISTORY,
            CUSTOMER_CATEGORIES,
            CUSTOMER_INSIGHTS,
            RECOMMENDATIONS,
            REPORT_CELLS,
            REPORT_FILES,
            CONTROL_TOTALS);

    private static TableSpec unworked(String name, String grain) {
        return TableSpec.published(name, grain)
                .key("exposure_id")
                .amount("drawn_amount")
                .required("exposure_id", STRING, "exposure")
                .required("exposure_class", STRING, "as landed")
                .required("currency", STRING, "ISO 4217 of the exposure")
                .required("drawn_amount", MONEY, "in currency, as landed")
                .required("reason", STRING, "what was wrong, the value and the bound")
                .build();
    }

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
