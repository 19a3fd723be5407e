-- Purpose: exposures, exposure at default and risk-weighted assets by exposure class, for the night report
-- View: rwa_by_class
-- Inputs: exposure_rwa
-- Grain: one exposure class; said is the risk-weighted amount
SELECT
  exposure_class AS group_key,
  '' AS item,
  COUNT(*) AS row_count,
  CAST(SUM(ead) AS DECIMAL(38, 2)) AS amount,
  CAST(0 AS DOUBLE) AS score,
  CAST(SUM(rwa) AS STRING) AS said
FROM exposure_rwa
GROUP BY exposure_class
