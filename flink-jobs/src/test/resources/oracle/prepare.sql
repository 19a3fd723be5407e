-- Validation and enrichment said again in DuckDB's SQL, from the rules' descriptions, over the landed files.
-- Needs the variables landing (folder), codes (folder), business_date, late_days, value_days.
CREATE TABLE transactions AS
SELECT * EXCLUDE (filename, file_row_number, date), parse_filename(filename) AS source_file, file_row_number AS source_row
FROM read_parquet(getvariable('landing') || '/transactions/date=' || getvariable('business_date') || '/*.parquet',
  filename = true, file_row_number = true, hive_partitioning = true);

CREATE TABLE currency_codes AS
SELECT column0 AS code, column1 AS minor_units
FROM read_csv(getvariable('codes') || '/iso4217.csv', header = false, skip = 1, columns = {'column0': 'VARCHAR', 'column1': 'INTEGER'});

CREATE TABLE country_codes AS
SELECT column0 AS code
FROM read_csv(getvariable('codes') || '/iso3166.csv', header = false, skip = 1, columns = {'column0': 'VARCHAR'}, delim = ';');

CREATE TABLE accounts AS
SELECT *
FROM read_parquet(getvariable('landing') || '/accounts/date=' || getvariable('business_date') || '/*.parquet')
WHERE valid_from <= CAST(getvariable('business_date') AS DATE)
  AND (valid_to IS NULL OR valid_to >= CAST(getvariable('business_date') AS DATE));

CREATE TABLE customers AS
SELECT *
FROM read_parquet(getvariable('landing') || '/customers/date=' || getvariable('business_date') || '/*.parquet')
WHERE valid_from <= CAST(getvariable('business_date') AS DATE)
  AND (valid_to IS NULL OR valid_to >= CAST(getvariable('business_date') AS DATE));

CREATE TABLE rates AS
SELECT currency, arg_max(rate_to_base, rate_date) AS rate
FROM read_parquet(getvariable('landing') || '/fx_rates/date=' || getvariable('business_date') || '/*.parquet')
WHERE rate_date <= CAST(getvariable('business_date') AS DATE) AND currency <> 'EUR'
GROUP BY currency
UNION ALL
SELECT 'EUR', 1;

CREATE TABLE listed AS
SELECT list_name, entry_type, entry_value
FROM read_parquet(getvariable('landing') || '/watchlists/date=' || getvariable('business_date') || '/*.parquet')
WHERE listed_on <= CAST(getvariable('business_date') AS DATE)
  AND (delisted_on IS NULL OR delisted_on >= CAST(getvariable('business_date') AS DATE));

CREATE TABLE country_risk AS
SELECT entry_value AS country,
  max(CASE WHEN list_name IN ('FATF_HIGH_RISK', 'SANCTIONS') THEN 2 ELSE 1 END) AS risk
FROM listed
WHERE entry_type = 'COUNTRY'
GROUP BY entry_value;

CREATE TABLE occurrences AS
SELECT source_file, source_row,
  row_number() OVER (
    PARTITION BY transaction_id
    ORDER BY booking_time NULLS FIRST, amount NULLS FIRST, account_id NULLS FIRST, currency NULLS FIRST,
      transaction_type NULLS FIRST, counterparty_account NULLS FIRST, customer_id NULLS FIRST, value_date NULLS FIRST,
      channel NULLS FIRST, payment_method NULLS FIRST, merchant_category NULLS FIRST, country NULLS FIRST,
      counterparty_bank NULLS FIRST, counterparty_country NULLS FIRST, description NULLS FIRST, reference NULLS FIRST,
      device_id NULLS FIRST, ip_address NULLS FIRST, branch_code NULLS FIRST, source_file, source_row) AS occurrence
FROM transactions
WHERE transaction_id IS NOT NULL;

-- An IBAN's remainder: its letters become two digits, its first four characters go to the end.
CREATE MACRO iban_remainder(iban) AS list_reduce(
  list_prepend(0, list_transform(
    string_split(
      array_to_string(
        list_transform(
          string_split(substr(iban, 5) || substr(iban, 1, 4), ''),
          lambda c: CASE WHEN c BETWEEN '0' AND '9' THEN c ELSE CAST(ord(c) - 55 AS VARCHAR) END),
        ''),
      ''),
    lambda d: CAST(d AS INTEGER))),
  lambda acc, d: (acc * 10 + d) % 97);

CREATE TABLE checked AS
SELECT
  t.*,
  a.product, a.currency AS account_currency, a.status AS account_status,
  c.customer_tier, c.customer_type, c.country AS customer_country, c.segment AS customer_segment, c.kyc_risk, c.pep,
  CAST(round(CAST(t.amount AS DECIMAL(28, 2)) * CAST(r.rate AS DECIMAL(18, 8)), 2) AS DECIMAL(18, 2)) AS amount_base,
  coalesce(k.risk, 0) AS country_risk,
  list_filter([
    CASE WHEN t.transaction_id IS NULL OR trim(t.transaction_id) = '' THEN 'TX01' END,
    CASE WHEN t.account_id IS NULL OR trim(t.account_id) = '' THEN 'TX02' END,
    CASE WHEN t.customer_id IS NULL OR trim(t.customer_id) = '' THEN 'TX03' END,
    CASE WHEN t.amount IS NULL THEN 'TX04' END,
    CASE WHEN t.amount <= 0 THEN 'TX05' END,
    CASE WHEN t.transaction_type IS NULL OR t.transaction_type NOT IN ('DEBIT', 'CREDIT') THEN 'TX06' END,
    CASE WHEN u.code IS NULL THEN 'TX07' END,
    CASE WHEN u.minor_units = 0 AND t.amount <> trunc(t.amount) THEN 'TX08' END,
    CASE WHEN u.code IS NOT NULL AND r.rate IS NULL THEN 'TX09' END,
    CASE WHEN t.booking_time IS NULL THEN 'TX10' END,
    CASE WHEN CAST(t.booking_time AS DATE) < CAST(getvariable('business_date') AS DATE) - getvariable('late_days') THEN 'TX11' END,
    CASE WHEN CAST(t.booking_time AS DATE) > CAST(getvariable('business_date') AS DATE) THEN 'TX12' END,
    CASE WHEN t.value_date IS NULL THEN 'TX13' END,
    CASE WHEN abs(date_diff('day', CAST(t.booking_time AS DATE), t.value_date)) > getvariable('value_days') THEN 'TX14' END,
    CASE WHEN trim(t.account_id) <> '' AND a.account_id IS NULL THEN 'TX15' END,
    CASE WHEN trim(t.customer_id) <> '' AND c.customer_id IS NULL THEN 'TX16' END,
    CASE WHEN trim(t.customer_id) <> '' AND a.customer_id <> t.customer_id THEN 'TX17' END,
    CASE WHEN a.status = 'CLOSED' THEN 'TX18' END,
    CASE WHEN a.status = 'BLOCKED' THEN 'TX19' END,
    CASE WHEN CAST(t.booking_time AS DATE) < a.opened_on THEN 'TX20' END,
    CASE WHEN t.transaction_type = 'DEBIT'
      AND round(CAST(t.amount AS DECIMAL(28, 2)) * CAST(r.rate AS DECIMAL(18, 8)), 2)
        > round(CAST(a.daily_limit AS DECIMAL(28, 2)) * CAST(l.rate AS DECIMAL(18, 8)), 2) THEN 'TX21' END,
    CASE WHEN t.country IS NULL OR t.country NOT IN (SELECT code FROM country_codes) THEN 'TX22' END,
    CASE WHEN t.counterparty_country NOT IN (SELECT code FROM country_codes) THEN 'TX23' END,
    CASE WHEN NOT regexp_full_match(t.counterparty_bank, '[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?') THEN 'TX24' END,
    CASE WHEN regexp_full_match(t.counterparty_account, '[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}')
      AND iban_remainder(t.counterparty_account) <> 1 THEN 'TX25' END,
    CASE WHEN NOT regexp_full_match(t.reference, '[A-Za-z0-9/?:().,''+ -]{1,35}') THEN 'TX26' END,
    CASE WHEN regexp_matches(t.description, '[\x00-\x1f\x7f]') THEN 'TX27' END,
    CASE WHEN t.channel IS NULL OR t.channel NOT IN ('BRANCH', 'ATM', 'POS', 'ONLINE', 'MOBILE', 'API', 'BATCH') THEN 'TX28' END,
    CASE WHEN t.payment_method IS NULL
      OR t.payment_method NOT IN ('CARD', 'TRANSFER', 'CASH', 'DIRECT_DEBIT', 'CHEQUE', 'WIRE', 'FEE') THEN 'TX29' END,
    CASE WHEN NOT regexp_full_match(t.ip_address, '((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\.|$)){4}')
      AND NOT regexp_full_match(t.ip_address, '[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}') THEN 'TX30' END,
    CASE WHEN o.occurrence > 1 THEN 'TX31' END
  ], lambda rule: rule IS NOT NULL) AS failed_rules
FROM transactions t
LEFT JOIN accounts a ON a.account_id = t.account_id
LEFT JOIN customers c ON c.customer_id = t.customer_id
LEFT JOIN currency_codes u ON u.code = t.currency
LEFT JOIN rates r ON r.currency = t.currency
LEFT JOIN rates l ON l.currency = a.currency
LEFT JOIN country_risk k ON k.country = t.counterparty_country
LEFT JOIN occurrences o ON o.source_file = t.source_file AND o.source_row = t.source_row;

CREATE VIEW expected_rejected AS
SELECT t.* EXCLUDE (source_file, source_row), t.source_file, t.source_row, k.failed_rules,
  CASE WHEN list_has_any(k.failed_rules, ['TX01', 'TX02', 'TX04']) THEN 'FATAL' ELSE 'ERROR' END AS severity,
  getvariable('business_date') AS processing_date
FROM transactions t
JOIN checked k USING (source_file, source_row)
WHERE len(k.failed_rules) > 0;

CREATE VIEW expected_enriched AS
SELECT t.* EXCLUDE (source_file, source_row), t.source_file, t.source_row,
  k.amount_base, k.customer_tier, k.customer_type, k.customer_country, k.customer_segment, k.kyc_risk, k.pep,
  k.product AS account_product, k.account_currency, k.account_status,
  CAST(least(100,
    CASE WHEN k.amount_base >= 100000 THEN 35 WHEN k.amount_base >= 10000 THEN 20 WHEN k.amount_base >= 1000 THEN 8 ELSE 0 END
    + CASE k.customer_tier WHEN 'PRIVATE' THEN 0 WHEN 'PREMIUM' THEN 2 WHEN 'STANDARD' THEN 5 ELSE 10 END
    + CASE k.kyc_risk WHEN 'LOW' THEN 0 WHEN 'MEDIUM' THEN 10 ELSE 25 END
    + CASE WHEN k.pep THEN 15 ELSE 0 END
    + CASE k.country_risk WHEN 2 THEN 20 WHEN 1 THEN 10
        ELSE CASE WHEN t.counterparty_country <> k.customer_country THEN 5 ELSE 0 END END
    + CASE t.payment_method WHEN 'CASH' THEN 10 WHEN 'WIRE' THEN 5 ELSE 0 END
    + CASE WHEN hour(t.booking_time) < 5 THEN 5 ELSE 0 END) AS INTEGER) AS risk_score,
  list_filter([
    CASE WHEN k.country_risk = 2 THEN 'HIGH_RISK_COUNTRY' END,
    CASE WHEN k.country_risk = 1 THEN 'MONITORED_COUNTRY' END,
    CASE WHEN t.counterparty_account IN (SELECT entry_value FROM listed WHERE entry_type IN ('ACCOUNT', 'BANK')) THEN 'LISTED_ACCOUNT' END,
    CASE WHEN t.counterparty_bank IN (SELECT entry_value FROM listed WHERE entry_type IN ('ACCOUNT', 'BANK')) THEN 'LISTED_BANK' END,
    CASE WHEN k.pep THEN 'PEP' END,
    CASE WHEN t.payment_method = 'CASH' AND k.amount_base >= 8000 AND k.amount_base < 10000 THEN 'CASH_BELOW_THRESHOLD' END,
    CASE WHEN k.amount_base >= 10000 AND t.amount % 1000 = 0 THEN 'ROUND_AMOUNT' END,
    CASE WHEN k.account_status = 'DORMANT' THEN 'DORMANT_ACCOUNT' END,
    CASE WHEN k.account_currency <> t.currency THEN 'FOREIGN_CURRENCY' END
  ], lambda flag: flag IS NOT NULL) AS flags,
  getvariable('business_date') AS processing_date
FROM transactions t
JOIN checked k USING (source_file, source_row)
WHERE len(k.failed_rules) = 0;
