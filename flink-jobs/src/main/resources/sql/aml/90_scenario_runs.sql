-- Purpose: one row per scenario, also for those that found nothing
-- Inserts: aml_scenario_runs
-- Grain: one scenario
SELECT
  'AML' AS domain,
  s.scenario_id,
  s.scenario_name,
  COUNT(a.alert_id) AS alert_count,
  COALESCE(SUM(a.amount_base), 0) AS alerted_base
FROM declared_scenarios AS s
LEFT JOIN rows_of_aml_alerts AS a ON s.scenario_id = a.scenario_id
GROUP BY s.scenario_id, s.scenario_name
