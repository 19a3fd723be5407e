package io.daybreak.jobs.contract;

import static io.daybreak.jobs.contract.ColumnType.BIGINT;
import static io.daybreak.jobs.contract.ColumnType.BOOLEAN;
import static io.daybreak.jobs.contract.ColumnType.DATE;
import static io.daybreak.jobs.contract.ColumnType.DOUBLE;
import static io.daybreak.jobs.contract.ColumnType.INT;
import static io.daybreak.jobs.contract.ColumnType.INTS;
import static io.daybreak.jobs.contract.ColumnType.MONEY;
import static io.daybreak.jobs.contract.ColumnType.QUANTITY;
import static io.daybreak.jobs.contract.ColumnType.RATE;
import static io.daybreak.jobs.contract.ColumnType.STRING;
import static io.daybreak.jobs.contract.ColumnType.TIMESTAMP;

import java.util.List;

/** What comes in: one table per feed, landed as Parquet under {@code landing/<table>/date=<business date>/}. */
final class LandedTables {

    static final TableSpec TRANSACTIONS = TableSpec.landed("transactions", "one booked movement on an account")
            .key("transaction_id")
            .amount("amount")
            .nullable("transaction_id", STRING, "identifier given by the booking system")
            .nullable("account_id", STRING, "account moved")
            .nullable("customer_id", STRING, "holder of the account")
            .nullable("transaction_type", STRING, "DEBIT or CREDIT, seen from the account")
            .nullable("amount", MONEY, "in currency, positive")
            .nullable("currency", STRING, "ISO 4217")
            .nullable("booking_time", TIMESTAMP, "when it was booked, UTC")
            .nullable("value_date", DATE, "day from which it bears interest")
            .nullable("channel", STRING, "BRANCH, ATM, POS, ONLINE, MOBILE, API or BATCH")
            .nullable("payment_method", STRING, "CARD, TRANSFER, CASH, DIRECT_DEBIT, CHEQUE, WIRE or FEE")
            .nullable("merchant_category", STRING, "ISO 18245 merchant category code of a card payment")
            .nullable("country", STRING, "ISO 3166 alpha-2, where it happened")
            .nullable(
                    "counterparty_account",
                    STRING,
                    "IBAN or other account of the other side; a card payment's merchant")
            .nullable("counterparty_bank", STRING, "BIC of the other side's bank")
            .nullable("counterparty_country", STRING, "ISO 3166 alpha-2 of the other side")
            .nullable("description", STRING, "free text")
            .nullable("reference", STRING, "end-to-end reference")
            .nullable("device_id", STRING, "device of an online or mobile payment")
            .nullable("ip_address", STRING, "address it was sent from")
            .nullable("branch_code", STRING, "branch that keeps the account")
            .optional("payment_message", STRING, "the original payment message, where the feed carries it")
            .build();

    static final TableSpec CUSTOMERS = TableSpec.landed("customers", "one customer in one version")
            .key("customer_id", "valid_from")
            .required("customer_id", STRING, "identifier")
            .required("customer_tier", STRING, "BASIC, STANDARD, PREMIUM or PRIVATE")
            .required("customer_type", STRING, "INDIVIDUAL, BUSINESS, CORPORATE or FINANCIAL")
            .required("name", STRING, "registered name")
            .required("country", STRING, "ISO 3166 alpha-2 of residence")
            .nullable("birth_date", DATE, "of an individual")
            .required("segment", STRING, "MASS, AFFLUENT, PRIVATE, SME or CORPORATE")
            .required("kyc_risk", STRING, "LOW, MEDIUM or HIGH, from the last due-diligence review")
            .required("pep", BOOLEAN, "politically exposed person")
            .required("onboarded_on", DATE, "first day as a customer")
            .nullable("lei", STRING, "ISO 17442 identifier of a legal entity")
            .nullable("tax_country", STRING, "ISO 3166 alpha-2 of tax residence")
            .nullable("tax_id", STRING, "tax identification number")
            .nullable("annual_income", MONEY, "declared income or turnover, base currency")
            .nullable("address", STRING, "street and number")
            .nullable("city", STRING, "city of residence")
            .nullable("postal_code", STRING, "postal code")
            .required("valid_from", DATE, "first business date this version holds")
            .nullable("valid_to", DATE, "last business date this version holds; none: still holds")
            .build();

    static final TableSpec ACCOUNTS = TableSpec.landed("accounts", "one account in one version")
            .key("account_id", "valid_from")
            .amount("balance")
            .required("account_id", STRING, "identifier")
            .required("customer_id", STRING, "holder")
            .required("product", STRING, "CURRENT, SAVINGS, CARD, LOAN, CUSTODY or NOSTRO")
            .required("currency", STRING, "ISO 4217")
            .required("status", STRING, "OPEN, DORMANT, BLOCKED or CLOSED")
            .required("opened_on", DATE, "first day")
            .nullable("closed_on", DATE, "last day of a closed account")
            .required("daily_limit", MONEY, "largest single debit allowed, account currency")
            .required("balance", MONEY, "at the end of the day before, account currency")
            .nullable("iban", STRING, "ISO 13616")
            .nullable("branch_code", STRING, "branch that keeps it")
            .required("valid_from", DATE, "first business date this version holds")
            .nullable("valid_to", DATE, "last business date this version holds; none: still holds")
            .build();

    static final TableSpec COUNTERPARTIES = TableSpec.landed("counterparties", "one legal entity the bank deals with")
            .key("counterparty_id")
            .required("counterparty_id", STRING, "identifier")
            .required("name", STRING, "registered name")
            .nullable("lei", STRING, "ISO 17442")
            .nullable("bic", STRING, "ISO 9362")
            .required("country", STRING, "ISO 3166 alpha-2")
            .required("sector", STRING, "SOVEREIGN, CENTRAL_BANK, PSE, MDB, BANK, CORPORATE, SME, RETAIL, FUND or CCP")
            .nullable("rating", STRING, "external long-term rating, AAA to D")
            .nullable("group_id", STRING, "group of connected clients")
            .build();

    static final TableSpec INSTRUMENTS = TableSpec.landed("instruments", "one tradable instrument")
            .key("instrument_id")
            .required("instrument_id", STRING, "identifier")
            .nullable("isin", STRING, "ISO 6166")
            .required("name", STRING, "short name")
            .required("asset_class", STRING, "EQUITY, BOND, FX, COMMODITY or RATE")
            .required("kind", STRING, "CASH, FUTURE, FORWARD, SWAP or OPTION")
            .required("currency", STRING, "ISO 4217 of the price")
            .required("risk_factor", STRING, "factor of market_history that drives the price")
            .nullable("issuer_id", STRING, "counterparty that issued it")
            .nullable("maturity_date", DATE, "of a bond or derivative")
            .nullable("coupon_rate", RATE, "annual, decimal")
            .nullable("modified_duration", RATE, "years, of a bond or swap")
            .nullable("option_type", STRING, "CALL or PUT")
            .nullable("strike", RATE, "option strike, price currency")
            .nullable("implied_volatility", RATE, "annual, decimal, of an option")
            .required("multiplier", RATE, "units of the underlying per contract")
            .nullable("mic", STRING, "ISO 10383 main venue")
            .nullable("cfi", STRING, "ISO 10962 classification")
            .build();

    static final TableSpec POSITIONS = TableSpec.landed("positions", "one holding of a book at close")
            .key("position_id")
            .amount("market_value")
            .required("position_id", STRING, "identifier")
            .required("desk", STRING, "trading desk")
            .required("book", STRING, "portfolio")
            .required("instrument_id", STRING, "instrument held")
            .nullable("counterparty_id", STRING, "of an over-the-counter position")
            .required("quantity", QUANTITY, "units, negative when short")
            .required("price", RATE, "closing price per unit, in currency")
            .required("market_value", MONEY, "in currency")
            .required("currency", STRING, "ISO 4217")
            .build();

    static final TableSpec RISK_FACTORS = TableSpec.landed("risk_factors", "one market factor")
            .key("factor_id")
            .required("factor_id", STRING, "identifier")
            .required("factor_class", STRING, "EQUITY, FX, RATE, COMMODITY, CREDIT or VOLATILITY")
            .required("currency", STRING, "ISO 4217 the factor is quoted in")
            .required("shift_type", STRING, "ABSOLUTE, RELATIVE or SHIFTED_LOG")
            .required("log_shift", RATE, "added before the logarithm of a SHIFTED_LOG factor")
            .required("liquidity_horizon_days", INT, "MAR33.12 horizon: 10, 20, 40, 60 or 120")
            .build();

    static final TableSpec MARKET_HISTORY = TableSpec.landed("market_history", "one factor on one day")
            .key("factor_id", "price_date")
            .required("factor_id", STRING, "factor")
            .required("price_date", DATE, "trading day")
            .required("level", RATE, "closing level; may be negative")
            .build();

    static final TableSpec FX_RATES = TableSpec.landed("fx_rates", "one currency on one day")
            .key("currency", "rate_date")
            .required("currency", STRING, "ISO 4217")
            .required("rate_date", DATE, "day of the fixing")
            .required("rate_to_base", RATE, "units of the base currency for one unit of currency")
            .build();

    static final TableSpec ORDERS = TableSpec.landed("orders", "one event in an order's life")
            .key("order_id", "event_seq")
            .required("order_id", STRING, "identifier of the order")
            .required("event_seq", INT, "number of the event within its order, from 1")
            .required("event_type", STRING, "NEW, AMEND, CANCEL, FILL or REJECT")
            .required("event_time", TIMESTAMP, "UTC, microseconds")
            .required("instrument_id", STRING, "instrument")
            .required("side", STRING, "BUY or SELL")
            .required("order_type", STRING, "LIMIT or MARKET")
            .nullable("limit_price", RATE, "of a limit order")
            .required("quantity", QUANTITY, "ordered, or filled by a FILL event")
            .required("trader_id", STRING, "person or algorithm that decided")
            .required("owner_id", STRING, "beneficial owner: a customer, or the bank's own book")
            .required("capacity", STRING, "PRINCIPAL or AGENT")
            .required("mic", STRING, "ISO 10383 venue")
            .build();

    static final TableSpec TRADES = TableSpec.landed("trades", "one execution")
            .key("trade_id")
            .required("trade_id", STRING, "identifier")
            .required("order_id", STRING, "order it fills")
            .required("trade_time", TIMESTAMP, "UTC, microseconds")
            .required("instrument_id", STRING, "instrument")
            .required("desk", STRING, "trading desk")
            .required("book", STRING, "portfolio")
            .required("side", STRING, "BUY or SELL")
            .required("quantity", QUANTITY, "units")
            .required("price", RATE, "per unit, in currency")
            .required("currency", STRING, "ISO 4217")
            .required("buyer_id", STRING, "beneficial owner who bought")
            .required("seller_id", STRING, "beneficial owner who sold")
            .required("trader_id", STRING, "person or algorithm that decided")
            .nullable("counterparty_id", STRING, "over-the-counter counterparty")
            .required("mic", STRING, "ISO 10383 venue, XOFF or XXXX off venue")
            .nullable("uti", STRING, "ISO 23897 unique transaction identifier of a derivative")
            .build();

    static final TableSpec EXPOSURES = TableSpec.landed("exposures", "one credit exposure")
            .key("exposure_id")
            .amount("drawn_amount")
            .required("exposure_id", STRING, "identifier")
            .nullable("customer_id", STRING, "borrower who is a customer")
            .nullable("counterparty_id", STRING, "borrower who is a counterparty")
            .required(
                    "exposure_class",
                    STRING,
                    "SOVEREIGN, PSE, MDB, BANK, CORPORATE, CORPORATE_SME, RETAIL, RESIDENTIAL_REAL_ESTATE,"
                            + " COMMERCIAL_REAL_ESTATE, EQUITY, DEFAULTED or OTHER")
            .required("product", STRING, "TERM_LOAN, REVOLVING, MORTGAGE, OVERDRAFT, GUARANTEE, TRADE_FINANCE or BOND")
            .required("currency", STRING, "ISO 4217")
            .required("drawn_amount", MONEY, "on balance sheet, in currency")
            .required("undrawn_amount", MONEY, "committed, off balance sheet, in currency")
            .required("specific_provision", MONEY, "in currency")
            .required("originated_on", DATE, "first day")
            .required("maturity_date", DATE, "last day")
            .required("interest_rate", RATE, "annual, decimal")
            .nullable("rating", STRING, "external rating, AAA to D")
            .required("days_past_due", INT, "days")
            .nullable("loan_to_value", RATE, "decimal, of a real-estate loan")
            .required("origination_pd", RATE, "one-year probability of default when granted, decimal")
            .nullable("annual_income", MONEY, "borrower's income or turnover, base currency")
            .required("years_employed", INT, "years in the present job or in business")
            .required("checking_status", STRING, "NONE, NEGATIVE, LOW or HIGH: the borrower's current account")
            .required("prior_defaults", INT, "defaults in the last five years")
            .build();

    static final TableSpec COLLATERAL = TableSpec.landed("collateral", "one item that secures an exposure")
            .key("collateral_id")
            .amount("market_value")
            .required("collateral_id", STRING, "identifier")
            .required("exposure_id", STRING, "exposure secured")
            .required(
                    "collateral_type",
                    STRING,
                    "CASH, GOLD, GOVERNMENT_BOND, CORPORATE_BOND, EQUITY, PROPERTY or GUARANTEE")
            .required("currency", STRING, "ISO 4217")
            .required("market_value", MONEY, "in currency")
            .nullable("rating", STRING, "of a bond or guarantor")
            .nullable("residual_years", RATE, "residual maturity of a bond")
            .build();

    static final TableSpec LEDGER = TableSpec.landed("ledger", "one balance of the general ledger at close")
            .key("ledger_id")
            .amount("amount")
            .required("ledger_id", STRING, "identifier")
            .required("area", STRING, "OWN_FUNDS, HQLA, OUTFLOW, INFLOW, ASF, RSF, LEVERAGE or BUSINESS_INDICATOR")
            .required(
                    "item", STRING, "code of the line within its area, e.g. CET1_SHARE_CAPITAL, RETAIL_STABLE_DEPOSITS")
            .required("currency", STRING, "ISO 4217")
            .required("amount", MONEY, "in currency")
            .nullable("financial_year", INT, "financial year of a business-indicator line")
            .build();

    static final TableSpec WATCHLISTS = TableSpec.landed("watchlists", "one entry of a list")
            .key("entry_id")
            .required("entry_id", STRING, "identifier")
            .required(
                    "list_name",
                    STRING,
                    "e.g. SANCTIONS, FATF_HIGH_RISK, FATF_MONITORED, INTERNAL, RESTRICTED_INSTRUMENT")
            .required("entry_type", STRING, "ACCOUNT, BANK, COUNTRY, NAME or INSTRUMENT")
            .required("entry_value", STRING, "what is listed")
            .required("listed_on", DATE, "first day")
            .nullable("delisted_on", DATE, "last day")
            .build();

    static final TableSpec OPENING_ACTIVITY = TableSpec.landedOptional(
                    "opening_activity", "one account's day before the first night: the opening balance of the profiles")
            .key("account_id", "activity_date")
            .required("account_id", STRING, "account")
            .required("customer_id", STRING, "holder")
            .required("activity_date", DATE, "day")
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

    static final TableSpec OPENING_COUNTERPARTIES = TableSpec.landedOptional(
                    "opening_counterparties", "one account's known counterparty before the first night")
            .key("account_id", "counterparty_account")
            .required("account_id", STRING, "account")
            .required("counterparty_account", STRING, "other side")
            .required("counterparty_country", STRING, "ISO 3166 alpha-2 of the other side")
            .required("last_seen", DATE, "last day it was paid or paid")
            .build();

    static final TableSpec OPENING_PURCHASES = TableSpec.landedOptional(
                    "opening_purchases", "one customer's purchase history before the first night")
            .key("customer_id")
            .required("customer_id", STRING, "customer")
            .required("first_purchase", DATE, "day of the first card or transfer debit")
            .required("last_purchase", DATE, "day of the last one")
            .required("repeat_days", INT, "days with a purchase after the first")
            .required("spend_base", MONEY, "sum over the repeat days, base currency")
            .required("weeks_observed", DOUBLE, "weeks from the first purchase to the day before the first night")
            .build();

    static final List<TableSpec> ALL = List.of(
            TRANSACTIONS,
            CUSTOMERS,
            ACCOUNTS,
            COUNTERPARTIES,
            INSTRUMENTS,
            POSITIONS,
            RISK_FACTORS,
            MARKET_HISTORY,
            FX_RATES,
            ORDERS,
            TRADES,
            EXPOSURES,
            COLLATERAL,
            LEDGER,
            WATCHLISTS,
            OPENING_ACTIVITY,
            OPENING_COUNTERPARTIES,
            OPENING_PURCHASES);

    private LandedTables() {}
}
