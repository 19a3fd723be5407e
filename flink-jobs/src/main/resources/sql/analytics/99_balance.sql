-- Purpose: the purchase history moves by tonight's purchases, and everybody in it has insights
-- Totals: balance
WITH tonight AS (
  SELECT customer_id, SUM(spend_base) AS spend_base
  FROM purchases
  GROUP BY customer_id
)
SELECT 'repeat purchases' AS measure, 'IN' AS side, base_currency() AS currency,
  COALESCE(SUM(repeat_days), 0) AS row_count, COALESCE(SUM(spend_base), 0) AS amount
FROM purchases_before
UNION ALL
SELECT 'repeat purchases', 'IN', base_currency(), COUNT(*), COALESCE(SUM(spend_base), 0)
FROM tonight
UNION ALL
SELECT 'repeat purchases', 'REJECTED', base_currency(), COUNT(*), COALESCE(SUM(t.spend_base), 0)
FROM tonight AS t
LEFT JOIN purchases_before AS b ON t.customer_id = b.customer_id
WHERE b.customer_id IS NULL
UNION ALL
SELECT 'repeat purchases', 'OUT', base_currency(), COALESCE(SUM(repeat_days), 0), COALESCE(SUM(spend_base), 0)
FROM staged_purchase_history
UNION ALL
SELECT 'insights', 'IN', base_currency(), COUNT(*), COALESCE(SUM(spend_base), 0)
FROM staged_purchase_history
UNION ALL
SELECT 'insights', 'OUT', base_currency(), COUNT(*), COALESCE(SUM(spend_base), 0)
FROM staged_customer_insights
