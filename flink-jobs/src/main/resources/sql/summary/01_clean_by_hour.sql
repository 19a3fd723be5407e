-- Purpose: clean transactions by hour of booking, UTC, for the night report
-- View: clean_by_hour
-- Inputs: enriched_transactions
-- Grain: one hour
SELECT
  CAST(EXTRACT(HOUR FROM booking_time) AS STRING) AS group_key,
  '' AS item,
  COUNT(*) AS row_count,
  CAST(SUM(amount_base) AS DECIMAL(38, 2)) AS amount,
  CAST(0 AS DOUBLE) AS score,
  '' AS said
FROM enriched_transactions
GROUP BY EXTRACT(HOUR FROM booking_time)
