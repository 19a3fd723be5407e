-- Purpose: the highest scores of every detector with their arithmetic, for the night report
-- View: anomaly_examples
-- Inputs: anomalies
-- Parameter: examples INT = 3 -- what fits on a page
-- Grain: one detector and flagged transaction
SELECT
  detector AS group_key,
  transaction_id AS item,
  CAST(0 AS BIGINT) AS row_count,
  CAST(amount_base AS DECIMAL(38, 2)) AS amount,
  score,
  explanation AS said
FROM (
  SELECT
    detector,
    transaction_id,
    amount_base,
    COALESCE(score, 0) AS score,
    explanation,
    ROW_NUMBER() OVER (PARTITION BY detector ORDER BY COALESCE(score, 0) DESC, transaction_id) AS place
  FROM anomalies
)
WHERE place <= :examples
