-- Purpose: clean transactions by band of ten of their risk score, for the night report
-- View: clean_by_risk_score
-- Inputs: enriched_transactions
-- Grain: one band, named by its lower end; a score of 100 is in the band of 90
SELECT
  CAST(LEAST(risk_score / 10, 9) * 10 AS STRING) AS group_key,
  '' AS item,
  COUNT(*) AS row_count,
  CAST(SUM(amount_base) AS DECIMAL(38, 2)) AS amount,
  CAST(0 AS DOUBLE) AS score,
  '' AS said
FROM enriched_transactions
GROUP BY LEAST(risk_score / 10, 9)
