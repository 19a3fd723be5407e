-- Purpose: the monetary score of every spend
-- View: monetary_scores
-- Rule: as recency_scores
-- Grain: one figure
SELECT figure, CAST((5 * (2 * smaller + customers + 1) + 2 * total - 1) / (2 * total) AS INT) AS score
FROM (
  SELECT
    spend_base AS figure,
    customers,
    COALESCE(SUM(customers) OVER (ORDER BY spend_base ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller
  FROM (SELECT spend_base, COUNT(*) AS customers FROM purchases_so_far GROUP BY spend_base)
)
CROSS JOIN (SELECT COUNT(*) AS total FROM purchases_so_far)
