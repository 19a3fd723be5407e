-- Purpose: one statement per account and day, numbered by the day of the year; balances before and after the day's bookings
-- View: mt940_statements
-- Report: swift.mt940
-- Group: statements
-- Rule: SWIFT FIN MT 940; the same accounts and balances as camt.053
-- Grain: one account
SELECT
  RIGHT(account_id, 10) || DATE_FORMAT(CAST(business_date() AS TIMESTAMP(3)), 'yyMMdd') AS statement_reference,
  SUBSTRING(institution_bic(), 1, 8) || 'X' || SUBSTRING(institution_bic(), 9, 3) AS receiver_terminal,
  CAST(NULL AS STRING) AS related_reference,
  iban AS account,
  EXTRACT(DOY FROM business_date()) AS statement_number,
  CAST(1 AS BIGINT) AS sequence_number,
  CASE WHEN balance < 0 THEN 'D' ELSE 'C' END AS opening_mark,
  CAST(TIMESTAMPADD(DAY, -1, business_date()) AS DATE) AS opening_date,
  currency,
  CAST(ABS(balance) AS DECIMAL(18, 2)) AS opening_amount,
  CASE WHEN balance + net < 0 THEN 'D' ELSE 'C' END AS closing_mark,
  business_date() AS closing_date,
  CAST(ABS(balance + net) AS DECIMAL(18, 2)) AS closing_amount,
  CAST(NULL AS STRING) AS available_mark,
  CAST(NULL AS DATE) AS available_date,
  CAST(NULL AS STRING) AS available_currency,
  CAST(NULL AS DECIMAL(18, 2)) AS available_amount
FROM statement_accounts
