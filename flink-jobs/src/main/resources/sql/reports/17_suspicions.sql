-- Purpose: one subject's suspicious activity of the night: the alerts of all scenarios but the cash threshold, which is no
-- Purpose: suspicion
-- View: suspicions
-- Grain: one customer
SELECT
  'SAR-' || customer_id || '-' || processing_date() AS activity_id,
  customer_id,
  CAST(ROUND(MAX(amount_base), 0) AS DECIMAL(15, 0)) AS amount,
  DATE_FORMAT(MIN(window_start), 'yyyyMMdd') AS from_date,
  DATE_FORMAT(MAX(window_end), 'yyyyMMdd') AS to_date
FROM (
  SELECT COALESCE(x.customer_id, a.subject_id) AS customer_id, a.amount_base, a.window_start, a.window_end, a.scenario_id
  FROM aml_alerts a
  LEFT JOIN current_accounts x ON a.subject_type = 'ACCOUNT' AND a.subject_id = x.account_id
  WHERE a.scenario_id <> 'AML-01'
)
GROUP BY customer_id
