-- Purpose: whom every Berka account had paid, or been paid by, before the first night
-- Feed: opening_counterparties
-- Source: trans
-- Format: csv
-- Delimiter: ;
-- Pivot: 1900
-- Columns: trans_id STRING NOT NULL, account_id STRING, date AS booked_on DATE 'yyMMdd' NOT NULL,
-- Columns: type AS direction STRING, operation STRING, amount DECIMAL(18,2), balance DECIMAL(18,2), k_symbol STRING,
-- Columns: bank STRING, account AS other_account STRING
-- Where: booked_on < business_date() AND other_account IS NOT NULL AND bank IS NOT NULL AND account_id IS NOT NULL
SELECT
  account_id,
  other_account || '/' || bank AS counterparty_account,
  'CZ' AS counterparty_country,
  MAX(booked_on) AS last_seen
FROM trans
GROUP BY account_id, other_account || '/' || bank
