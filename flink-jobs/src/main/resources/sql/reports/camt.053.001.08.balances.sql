-- Purpose: opening and closing booked balance; the closing one is the opening one and the day's bookings
-- View: camt_053_balances
-- Report: camt.053.001.08
-- Group: balances
-- Grain: one balance
SELECT
  balance_number,
  code AS code_or_proprietary_code,
  CAST(NULL AS STRING) AS sub_type_code,
  currency AS amount_currency,
  CAST(ABS(amount) AS DECIMAL(18, 2)) AS amount,
  CASE WHEN amount < 0 THEN 'DBIT' ELSE 'CRDT' END AS credit_debit_indicator,
  business_date() AS `date`,
  account_id || '-' || processing_date() AS statement_id
FROM (
  SELECT account_id, currency, '1' AS balance_number, 'OPBD' AS code, CAST(balance AS DECIMAL(38, 2)) AS amount
  FROM statement_accounts
  UNION ALL
  SELECT account_id, currency, '2', 'CLBD', CAST(balance + net AS DECIMAL(38, 2))
  FROM statement_accounts
)
