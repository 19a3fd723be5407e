-- Purpose: the Berka bank's accounts opened by the business date, with their owner and the balance after the last booking
-- Purpose: before it
-- Feed: accounts
-- Each: account gives 1
-- Parameter: daily_limit DECIMAL(18,2) = 100000.00 -- the bank has none: above its largest debit, 87,400 in all years
-- Source: account
-- Format: csv
-- Delimiter: ;
-- Pivot: 1900
-- Columns: account_id STRING NOT NULL, district_id STRING, frequency STRING, date AS opened_on DATE 'yyMMdd' NOT NULL
-- Where: opened_on <= business_date()
-- Source: disp
-- Format: csv
-- Delimiter: ;
-- Columns: disp_id STRING NOT NULL, client_id STRING NOT NULL, account_id STRING NOT NULL, type AS role STRING
-- Where: role = 'OWNER'
-- Source: trans
-- Format: csv
-- Delimiter: ;
-- Pivot: 1900
-- Columns: trans_id STRING NOT NULL, account_id STRING, date AS booked_on DATE 'yyMMdd' NOT NULL,
-- Columns: type AS direction STRING, operation STRING, amount DECIMAL(18,2), balance DECIMAL(18,2), k_symbol STRING,
-- Columns: bank STRING, account AS other_account STRING
-- Where: booked_on < business_date()
SELECT
  a.account_id,
  d.client_id AS customer_id,
  'CURRENT' AS product,
  'CZK' AS currency,
  'OPEN' AS status,
  a.opened_on,
  :daily_limit AS daily_limit,
  COALESCE(b.balance, 0) AS balance,
  a.district_id AS branch_code,
  a.opened_on AS valid_from
FROM account a
LEFT JOIN disp d ON d.account_id = a.account_id
LEFT JOIN (
  SELECT account_id, balance
  FROM (
    SELECT
      account_id,
      balance,
      ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY booked_on DESC, source_line DESC) AS latest
    FROM trans
  )
  WHERE latest = 1
) b ON b.account_id = a.account_id
