-- Purpose: one row per scenario, also for those that found nothing: what it examined and what it raised
-- Inserts: aml_scenario_runs
-- Grain: one scenario
SELECT
  'AML' AS domain,
  s.scenario_id,
  s.scenario_name,
  COALESCE(c.event_count, 0) AS examined_count,
  COALESCE(a.alert_count, 0) AS alert_count,
  COALESCE(a.alerted_base, 0) AS alerted_base
FROM declared_scenarios AS s
LEFT JOIN (
  SELECT scenario_id, SUM(event_count) AS event_count
  FROM rows_of_aml_coverage
  WHERE outcome = 'EXAMINED'
  GROUP BY scenario_id
) AS c ON s.scenario_id = c.scenario_id
LEFT JOIN (
  SELECT scenario_id, COUNT(*) AS alert_count, SUM(amount_base) AS alerted_base
  FROM rows_of_aml_alerts
  GROUP BY scenario_id
) AS a ON s.scenario_id = a.scenario_id
