-- Purpose: one day of AMLSim: each transfer is a debit on the payer's account and a credit on the receiver's; step 1 is the
-- Purpose: day first_day. The labels stay outside: nothing here tells who is guilty
-- Feed: transactions
-- Each: transfer gives 2
-- Amount: amount
-- Parameter: first_day DATE = '2021-01-01' -- the simulation has steps only; this puts it where the market data are
-- Parameter: hour INT = 12 -- noon, as steps have no hour
-- Source: transfer
-- Format: csv
-- Columns: sourceNodeId AS payer STRING NOT NULL, targetNodeId AS receiver STRING NOT NULL,
-- Columns: value AS amount DECIMAL(18,2) NOT NULL, time AS step INT NOT NULL
-- Where: TIMESTAMPADD(DAY, step - 1, :first_day) = business_date()
SELECT
  'S' || CAST(t.step AS STRING) || '-' || CAST(t.source_line AS STRING) || side.suffix AS transaction_id,
  'N' || CASE WHEN side.suffix = 'D' THEN t.payer ELSE t.receiver END AS account_id,
  'N' || CASE WHEN side.suffix = 'D' THEN t.payer ELSE t.receiver END AS customer_id,
  CASE WHEN side.suffix = 'D' THEN 'DEBIT' ELSE 'CREDIT' END AS transaction_type,
  t.amount,
  'USD' AS currency,
  TIMESTAMPADD(HOUR, :hour, CAST(business_date() AS TIMESTAMP(6))) AS booking_time,
  business_date() AS value_date,
  'ONLINE' AS channel,
  'TRANSFER' AS payment_method,
  'US' AS country,
  'N' || CASE WHEN side.suffix = 'D' THEN t.receiver ELSE t.payer END AS counterparty_account,
  'US' AS counterparty_country,
  'S' || CAST(t.step AS STRING) || '-' || CAST(t.source_line AS STRING) AS reference
FROM transfer t
CROSS JOIN (VALUES ('D'), ('C')) AS side (suffix)
