-- Purpose: the bookings of one day of the Berka bank (PKDD'99 financial data set): every row of the day becomes one
-- Purpose: transaction; what its description does not know, such as the type VYBER, is handed on as it is and rejected
-- Feed: transactions
-- Each: trans gives 1
-- Amount: amount
-- Parameter: hour INT = 12 -- the file has days only; noon keeps rules about the night silent
-- Source: trans
-- Format: csv
-- Delimiter: ;
-- Pivot: 1900
-- Columns: trans_id STRING NOT NULL, account_id STRING, date AS booked_on DATE 'yyMMdd' NOT NULL,
-- Columns: type AS direction STRING, operation STRING, amount DECIMAL(18,2), balance DECIMAL(18,2), k_symbol STRING,
-- Columns: bank STRING, account AS other_account STRING
-- Where: booked_on = business_date()
-- Source: disp
-- Format: csv
-- Delimiter: ;
-- Columns: disp_id STRING NOT NULL, client_id STRING NOT NULL, account_id STRING NOT NULL, type AS role STRING
-- Where: role = 'OWNER'
-- Source: account
-- Format: csv
-- Delimiter: ;
-- Pivot: 1900
-- Columns: account_id STRING NOT NULL, district_id STRING, frequency STRING, date AS opened_on DATE 'yyMMdd'
-- Source: standing_order
-- Format: csv
-- Delimiter: ;
-- Columns: order_id STRING NOT NULL, account_id STRING, bank_to STRING, account_to STRING, amount DECIMAL(18,2),
-- Columns: k_symbol STRING
SELECT
  t.trans_id AS transaction_id,
  t.account_id,
  d.client_id AS customer_id,
  CASE t.direction WHEN 'PRIJEM' THEN 'CREDIT' WHEN 'VYDAJ' THEN 'DEBIT' ELSE t.direction END AS transaction_type,
  t.amount,
  'CZK' AS currency,
  TIMESTAMPADD(HOUR, :hour, CAST(t.booked_on AS TIMESTAMP(6))) AS booking_time,
  t.booked_on AS value_date,
  CASE t.operation
    WHEN 'VKLAD' THEN 'BRANCH'
    WHEN 'VYBER' THEN CASE WHEN t.k_symbol IN ('SLUZBY', 'SANKC. UROK') THEN 'BATCH' ELSE 'BRANCH' END
    WHEN 'VYBER KARTOU' THEN 'ATM'
    ELSE 'BATCH'
  END AS channel,
  CASE
    WHEN t.k_symbol IN ('SLUZBY', 'SANKC. UROK') THEN 'FEE'
    WHEN t.operation = 'VYBER KARTOU' THEN 'CARD'
    WHEN t.operation IN ('VKLAD', 'VYBER') THEN 'CASH'
    ELSE 'TRANSFER'
  END AS payment_method,
  'CZ' AS country,
  t.other_account || '/' || t.bank AS counterparty_account,
  CASE WHEN t.other_account IS NULL THEN CAST(NULL AS STRING) ELSE 'CZ' END AS counterparty_country,
  CASE TRIM(t.k_symbol)
    WHEN 'POJISTNE' THEN 'insurance payment'
    WHEN 'SLUZBY' THEN 'statement fee'
    WHEN 'UROK' THEN 'interest credited'
    WHEN 'SANKC. UROK' THEN 'sanction interest'
    WHEN 'SIPO' THEN 'household payment'
    WHEN 'DUCHOD' THEN 'old-age pension'
    WHEN 'UVER' THEN 'loan payment'
    WHEN '' THEN CAST(NULL AS STRING)
    ELSE TRIM(t.k_symbol)
  END AS description,
  'ORDER ' || o.order_id AS reference,
  a.district_id AS branch_code
FROM trans t
LEFT JOIN disp d ON d.account_id = t.account_id
LEFT JOIN account a ON a.account_id = t.account_id
LEFT JOIN (
  SELECT account_id, bank_to, account_to, amount, MIN(order_id) AS order_id
  FROM standing_order
  GROUP BY account_id, bank_to, account_to, amount
) o ON o.account_id = t.account_id AND o.bank_to = t.bank AND o.account_to = t.other_account AND o.amount = t.amount
