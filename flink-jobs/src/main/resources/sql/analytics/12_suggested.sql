-- Purpose: the categories most like what a customer buys, among those he does not buy from
-- View: suggested
-- Shared: published and written to the insights database
-- Parameter: suggestions BIGINT = 3 -- per customer
-- Grain: one customer and place
SELECT customer_id, CAST(place AS INT) AS place, item, CAST(score_e9 AS DOUBLE) / 1000000000 AS score
FROM (
  SELECT
    c.customer_id, c.item, c.score_e9,
    ROW_NUMBER() OVER (PARTITION BY c.customer_id ORDER BY c.score_e9 DESC, c.item) AS place
  FROM (
    SELECT u.customer_id, s.other AS item, SUM(s.similarity_e9) AS score_e9
    FROM usual_categories AS u
    JOIN similarities AS s ON u.merchant_category = s.item
    GROUP BY u.customer_id, s.other
  ) AS c
  LEFT JOIN baskets AS o ON c.customer_id = o.customer_id AND c.item = o.merchant_category
  WHERE o.customer_id IS NULL
)
WHERE place <= :suggestions
