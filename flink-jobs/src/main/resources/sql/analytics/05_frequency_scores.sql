-- Purpose: the frequency score of every number of repeat days
-- View: frequency_scores
-- Rule: as recency_scores
-- Grain: one figure
SELECT figure, CAST((5 * (2 * smaller + customers + 1) + 2 * total - 1) / (2 * total) AS INT) AS score
FROM (
  SELECT
    repeat_days AS figure,
    customers,
    COALESCE(SUM(customers) OVER (ORDER BY repeat_days ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller
  FROM (SELECT repeat_days, COUNT(*) AS customers FROM purchases_so_far GROUP BY repeat_days)
)
CROSS JOIN (SELECT COUNT(*) AS total FROM purchases_so_far)
