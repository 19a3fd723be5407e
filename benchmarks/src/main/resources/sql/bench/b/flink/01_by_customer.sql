-- Purpose: what every customer did tonight; one of them is an eighth of the day
-- Inserts: by_customer
SELECT
  customer_id,
  COUNT(*) AS transactions,
  SUM(amount_base) AS amount_base,
  MAX(amount_base) AS largest,
  COUNT(DISTINCT counterparty_account) AS counterparties
FROM enriched_transactions
GROUP BY customer_id
