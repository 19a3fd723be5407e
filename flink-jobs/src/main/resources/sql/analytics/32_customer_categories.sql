-- Purpose: the categories every customer buys from, for tomorrow
-- Inserts: customer_categories
-- Grain: one customer and category
SELECT customer_id, merchant_category, purchase_days, last_purchase
FROM baskets
