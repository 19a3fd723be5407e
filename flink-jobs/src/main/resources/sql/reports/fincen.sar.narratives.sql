-- Purpose: the arithmetic of every alert in its own words, one narrative each, at most five
-- View: sar_narratives
-- Report: fincen.sar
-- Group: narratives
-- Grain: one alert of one activity
SELECT CAST(place AS STRING) AS narrative_number, activity_narrative, activity_id
FROM (
  SELECT
    ROW_NUMBER() OVER (PARTITION BY x.customer_id ORDER BY x.amount_base DESC, x.alert_id) AS place,
    SUBSTRING(x.scenario_id || ': ' || x.explanation, 1, 4000) AS activity_narrative,
    'SAR-' || x.customer_id || '-' || processing_date() AS activity_id
  FROM (
    SELECT COALESCE(n.customer_id, a.subject_id) AS customer_id, a.alert_id, a.scenario_id, a.amount_base, a.explanation
    FROM aml_alerts a
    LEFT JOIN current_accounts n ON a.subject_type = 'ACCOUNT' AND a.subject_id = n.account_id
    WHERE a.scenario_id <> 'AML-01'
  ) x
  JOIN current_customers c ON x.customer_id = c.customer_id
)
WHERE place <= 5
