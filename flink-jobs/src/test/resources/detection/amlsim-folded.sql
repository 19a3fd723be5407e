-- Purpose: all of AMLSim's 149 steps folded into one day, nine minutes a step: an experiment, not a way to run a bank. It
-- Purpose: tells whether a scenario knows the shape of a pattern, where a night by night run tells whether it sees it in time
-- Feed: transactions
-- Each: transfer gives 2
-- Amount: amount
-- Parameter: minutes INT = 9 -- 149 steps end at 22:21
-- Source: transfer
-- Format: csv
-- Columns: sourceNodeId AS payer STRING NOT NULL, targetNodeId AS receiver STRING NOT NULL,
-- Columns: value AS amount DECIMAL(18,2) NOT NULL, time AS step INT NOT NULL
SELECT
  'S' || CAST(t.step AS STRING) || '-' || CAST(t.source_line AS STRING) || side.suffix AS transaction_id,
  'N' || CASE WHEN side.suffix = 'D' THEN t.payer ELSE t.receiver END AS account_id,
  'N' || CASE WHEN side.suffix = 'D' THEN t.payer ELSE t.receiver END AS customer_id,
  CASE WHEN side.suffix = 'D' THEN 'DEBIT' ELSE 'CREDIT' END AS transaction_type,
  t.amount,
  'USD' AS currency,
  TIMESTAMPADD(MINUTE, :minutes * t.step, CAST(business_date() AS TIMESTAMP(6))) AS booking_time,
  business_date() AS value_date,
  'ONLINE' AS channel,
  'TRANSFER' AS payment_method,
  'US' AS country,
  'N' || CASE WHEN side.suffix = 'D' THEN t.receiver ELSE t.payer END AS counterparty_account,
  'US' AS counterparty_country
FROM transfer t
CROSS JOIN (VALUES ('D'), ('C')) AS side (suffix)
