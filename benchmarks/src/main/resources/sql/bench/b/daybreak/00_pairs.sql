-- Purpose: who dealt with whom tonight: counted once for both questions, and a large customer's rows are spread by counterparty
-- View: pairs
SELECT
  customer_id,
  counterparty_account,
  COUNT(*) AS transactions,
  SUM(amount_base) AS amount_base,
  MAX(amount_base) AS largest
FROM enriched_transactions
GROUP BY customer_id, counterparty_account
