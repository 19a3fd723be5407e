-- Purpose: the recency score of every date of last purchase
-- View: recency_scores
-- Rule: ceil(5 x average rank / customers): quintiles in which equal figures score equal, by the rank in their middle
-- Grain: one figure
SELECT figure, CAST((5 * (2 * smaller + customers + 1) + 2 * total - 1) / (2 * total) AS INT) AS score
FROM (
  SELECT
    last_purchase AS figure,
    customers,
    COALESCE(SUM(customers) OVER (ORDER BY last_purchase ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller
  FROM (SELECT last_purchase, COUNT(*) AS customers FROM purchases_so_far GROUP BY last_purchase)
)
CROSS JOIN (SELECT COUNT(*) AS total FROM purchases_so_far)
