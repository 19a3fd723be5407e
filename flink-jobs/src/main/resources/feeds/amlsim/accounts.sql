-- Purpose: every node of AMLSim as an account, with its opening balance and what moved before the business date
-- Feed: accounts
-- Each: node gives 1
-- Parameter: first_day DATE = '2021-01-01' -- as of the transactions
-- Parameter: daily_limit DECIMAL(18,2) = 1000000.00 -- the simulation has none: far above its largest transfer
-- Source: node
-- Format: csv
-- Ignore: isFraud, fraudStep
-- Columns: nodeid AS node_id STRING NOT NULL, init_balance AS opening_balance DECIMAL(18,2) NOT NULL
-- Source: transfer
-- Format: csv
-- Columns: sourceNodeId AS payer STRING NOT NULL, targetNodeId AS receiver STRING NOT NULL,
-- Columns: value AS amount DECIMAL(18,2) NOT NULL, time AS step INT NOT NULL
-- Where: TIMESTAMPADD(DAY, step - 1, :first_day) < business_date()
SELECT
  'N' || n.node_id AS account_id,
  'N' || n.node_id AS customer_id,
  'CURRENT' AS product,
  'USD' AS currency,
  'OPEN' AS status,
  :first_day AS opened_on,
  :daily_limit AS daily_limit,
  n.opening_balance + COALESCE(m.moved, 0) AS balance,
  :first_day AS valid_from
FROM node n
LEFT JOIN (
  SELECT node_id, SUM(amount) AS moved
  FROM (
    SELECT payer AS node_id, -amount AS amount FROM transfer
    UNION ALL
    SELECT receiver AS node_id, amount FROM transfer
  )
  GROUP BY node_id
) m ON m.node_id = n.node_id
