package io.daybreak.jobs.contract;

import static io.daybreak.jobs.contract.ColumnType.BIGINT;
import static io.daybreak.jobs.contract.ColumnType.BIGINTS;
import static io.daybreak.jobs.contract.ColumnType.DOUBLE;
import static io.daybreak.jobs.contract.ColumnType.INT;
import static io.daybreak.jobs.contract.ColumnType.INTS;
import static io.daybreak.jobs.contract.ColumnType.MONEY;
import static io.daybreak.jobs.contract.ColumnType.RATE;
import static io.daybreak.jobs.contract.ColumnType.STRING;
import static io.daybreak.jobs.contract.ColumnType.STRINGS;
import static io.daybreak.jobs.contract.ColumnType.TOTAL;

/** What risk, credit and capital publish. */
final class RiskTables {

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

    private RiskTables() {}
}
