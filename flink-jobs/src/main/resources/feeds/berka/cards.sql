-- Purpose: the Berka bank's cards issued by the business date, as accounts of their own in the name of who may use the
-- Purpose: account they draw on
-- Feed: accounts
-- Each: card gives 1
-- Parameter: daily_limit DECIMAL(18,2) = 100000.00 -- as of the accounts
-- Source: card
-- Format: csv
-- Delimiter: ;
-- Pivot: 1900
-- Columns: card_id STRING NOT NULL, disp_id STRING NOT NULL, type AS card_type STRING,
-- Columns: issued TIMESTAMP 'yyMMdd HH:mm:ss' NOT NULL
-- Where: CAST(issued AS DATE) <= business_date()
-- Source: disp
-- Format: csv
-- Delimiter: ;
-- Columns: disp_id STRING NOT NULL, client_id STRING NOT NULL, account_id STRING NOT NULL, type AS role STRING
SELECT
  'CARD-' || c.card_id AS account_id,
  d.client_id AS customer_id,
  'CARD' AS product,
  'CZK' AS currency,
  'OPEN' AS status,
  CAST(c.issued AS DATE) AS opened_on,
  :daily_limit AS daily_limit,
  0.00 AS balance,
  CAST(c.issued AS DATE) AS valid_from
FROM card c
LEFT JOIN disp d ON d.disp_id = c.disp_id
