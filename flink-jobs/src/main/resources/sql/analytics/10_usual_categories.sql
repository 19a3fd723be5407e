-- Purpose: the categories a customer buys from most
-- View: usual_categories
-- Shared: joined with itself
-- Parameter: categories_per_customer INT = 30 -- pairs grow with the square; who buys everywhere tells little
-- Grain: one customer and category
SELECT customer_id, merchant_category
FROM (
  SELECT
    customer_id, merchant_category,
    ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY purchase_days DESC, merchant_category) AS place
  FROM baskets
)
WHERE place <= :categories_per_customer
