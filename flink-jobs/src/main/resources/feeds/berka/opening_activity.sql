-- Purpose: what every Berka account did on each of the 90 days before the first night: the opening balance of its profile
-- Feed: opening_activity
-- Parameter: days INT = 90 -- the window of the profiles
-- Parameter: hour INT = 12 -- as of the transactions
-- Source: trans
-- Format: csv
-- Delimiter: ;
-- Pivot: 1900
-- Columns: trans_id STRING NOT NULL, account_id STRING, date AS booked_on DATE 'yyMMdd' NOT NULL,
-- Columns: type AS direction STRING, operation STRING, amount DECIMAL(18,2), balance DECIMAL(18,2), k_symbol STRING,
-- Columns: bank STRING, account AS other_account STRING
-- Where: booked_on < business_date() AND booked_on >= TIMESTAMPADD(DAY, -:days, business_date())
-- Where: AND direction IN ('PRIJEM', 'VYDAJ') AND amount > 0
-- Source: disp
-- Format: csv
-- Delimiter: ;
-- Columns: disp_id STRING NOT NULL, client_id STRING NOT NULL, account_id STRING NOT NULL, type AS role STRING
-- Where: role = 'OWNER'
SELECT
  t.account_id,
  MAX(d.client_id) AS customer_id,
  t.booked_on AS activity_date,
  COUNT(*) AS transaction_count,
  SUM(CASE WHEN t.direction = 'VYDAJ' THEN t.amount ELSE 0 END) AS debit_base,
  SUM(CASE WHEN t.direction = 'PRIJEM' THEN t.amount ELSE 0 END) AS credit_base,
  COUNT(*) FILTER (WHERE t.operation = 'VKLAD') AS cash_in_count,
  COALESCE(SUM(t.amount) FILTER (WHERE t.operation = 'VKLAD'), 0) AS cash_in_base,
  MAX(t.amount) AS maximum_base,
  class_counts(CAST(FLOOR(4 * (LOG2(CAST(t.amount AS DOUBLE)) + 8)) AS INT), 128) AS log_amount_histogram,
  class_counts(:hour, 24) AS hour_histogram
FROM trans t
JOIN disp d ON d.account_id = t.account_id
GROUP BY t.account_id, t.booked_on
