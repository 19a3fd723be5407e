-- Purpose: alerts by scenario, for the night report
-- View: alerts_by_scenario
-- Inputs: all_alerts
-- Grain: one domain and scenario
SELECT
  domain AS group_key,
  scenario_id AS item,
  COUNT(*) AS row_count,
  CAST(SUM(amount_base) AS DECIMAL(38, 2)) AS amount,
  CAST(0 AS DOUBLE) AS score,
  '' AS said
FROM all_alerts
GROUP BY domain, scenario_id
