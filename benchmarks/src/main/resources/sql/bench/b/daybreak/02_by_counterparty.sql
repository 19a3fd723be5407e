-- Purpose: who was paid by how many tonight; the largest merchant is a fortieth of the day
-- Inserts: by_counterparty
SELECT
  counterparty_account,
  SUM(transactions) AS transactions,
  SUM(amount_base) AS amount_base,
  COUNT(customer_id) AS customers
FROM pairs
WHERE counterparty_account IS NOT NULL
GROUP BY counterparty_account
