-- Purpose: what every customer bought tonight
-- View: purchases
-- Shared: read by the purchase history and by the categories
-- Rule: a purchase is a debit by card or transfer; several on one day are one purchase day
-- Grain: one customer and merchant category
SELECT
  customer_id,
  COALESCE(merchant_category, '-') AS merchant_category,
  CAST(SUM(amount_base) AS DECIMAL(18,2)) AS spend_base
FROM enriched_transactions
WHERE transaction_type = 'DEBIT' AND payment_method IN ('CARD', 'TRANSFER')
GROUP BY customer_id, COALESCE(merchant_category, '-')
