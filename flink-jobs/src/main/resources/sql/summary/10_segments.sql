-- Purpose: customers by behavioural segment, for the night report
-- View: customers_by_segment
-- Inputs: customer_insights
-- Grain: one segment; a segment without a repeat customer has no lifetime value yet; score is the mean probability of being active
SELECT
  segment AS group_key,
  '' AS item,
  COUNT(*) AS row_count,
  CAST(COALESCE(SUM(lifetime_value), 0) AS DECIMAL(38, 2)) AS amount,
  CAST(AVG(CAST(probability_active AS DECIMAL(18, 8))) AS DOUBLE) AS score,
  '' AS said
FROM customer_insights
GROUP BY segment
