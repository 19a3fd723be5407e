-- Purpose: how alike two categories are by who buys from them
-- View: similarities
-- Shared: one small table for all customers
-- Rule: item-item cosine n(i,j) / sqrt(n(i) n(j)) over customers, in 1/10^9 so that sums do not depend on their order
-- Parameter: minimum_customers BIGINT = 3 -- who buys from both; fewer is anecdote
-- Grain: one ordered pair of categories
SELECT
  p.item,
  p.other,
  CAST(FLOOR(1000000000 * CAST(p.customers AS DOUBLE) / SQRT(CAST(a.customers AS DOUBLE) * CAST(b.customers AS DOUBLE)))
    AS BIGINT) AS similarity_e9
FROM (
  SELECT x.merchant_category AS item, y.merchant_category AS other, COUNT(*) AS customers
  FROM usual_categories AS x
  JOIN usual_categories AS y ON x.customer_id = y.customer_id
  WHERE x.merchant_category <> y.merchant_category
  GROUP BY x.merchant_category, y.merchant_category
  HAVING COUNT(*) >= :minimum_customers
) AS p
JOIN (SELECT merchant_category, COUNT(*) AS customers FROM usual_categories GROUP BY merchant_category) AS a
  ON p.item = a.merchant_category
JOIN (SELECT merchant_category, COUNT(*) AS customers FROM usual_categories GROUP BY merchant_category) AS b
  ON p.other = b.merchant_category
