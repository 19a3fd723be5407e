-- Purpose: the merchant categories every customer buys from, on how many days
-- View: baskets
-- Shared: published and joined with itself by the similarities
-- Grain: one customer and category
SELECT
  customer_id,
  merchant_category,
  CAST(SUM(purchase_days) AS INT) AS purchase_days,
  MAX(last_purchase) AS last_purchase
FROM (
  SELECT customer_id, merchant_category, purchase_days, last_purchase
  FROM customer_categories_history
  WHERE processing_date = previous_history()
  UNION ALL
  SELECT customer_id, merchant_category, 1 AS purchase_days, business_date() AS last_purchase
  FROM purchases
  WHERE merchant_category <> '-'
)
GROUP BY customer_id, merchant_category
