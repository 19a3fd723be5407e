-- Purpose: the alerts farthest beyond their threshold in every domain, for the night report
-- View: highest_alerts
-- Inputs: all_alerts
-- Parameter: examples INT = 5 -- what fits on a page
-- Grain: one alert; said is scenario, subject and explanation, tab-separated
SELECT
  domain AS group_key,
  alert_id AS item,
  event_count AS row_count,
  CAST(amount_base AS DECIMAL(38, 2)) AS amount,
  score,
  scenario_id || U&'\0009' || subject_type || ' ' || subject_id || U&'\0009' || explanation AS said
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY domain ORDER BY score DESC, alert_id) AS place
  FROM all_alerts
)
WHERE place <= :examples
