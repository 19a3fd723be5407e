-- Purpose: what every customer did tonight; one of them is an eighth of the day
-- Inserts: by_customer
SELECT
  customer_id,
  SUM(transactions) AS transactions,
  SUM(amount_base) AS amount_base,
  MAX(largest) AS largest,
  COUNT(counterparty_account) AS counterparties
FROM pairs
GROUP BY customer_id
