-- Purpose: exposures, exposure at default and expected loss by IFRS 9 stage, for the night report
-- View: credit_by_stage
-- Inputs: credit_scores
-- Grain: one IFRS 9 stage; said is the expected credit loss
SELECT
  CAST(ifrs9_stage AS STRING) AS group_key,
  '' AS item,
  COUNT(*) AS row_count,
  CAST(SUM(ead) AS DECIMAL(38, 2)) AS amount,
  CAST(0 AS DOUBLE) AS score,
  CAST(SUM(expected_credit_loss) AS STRING) AS said
FROM credit_scores
GROUP BY ifrs9_stage
