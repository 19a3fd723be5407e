-- Purpose: rejected rows by rule, for the night report; a row that failed several rules counts under each
-- View: rejects_by_rule
-- Inputs: rejected_transactions
-- Grain: one rule
SELECT
  rule AS group_key,
  '' AS item,
  COUNT(*) AS row_count,
  CAST(0 AS DECIMAL(38, 2)) AS amount,
  CAST(0 AS DOUBLE) AS score,
  '' AS said
FROM rejected_transactions
CROSS JOIN UNNEST(failed_rules) AS failed (rule)
GROUP BY rule
