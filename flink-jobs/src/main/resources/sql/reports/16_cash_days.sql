-- Purpose: one person's cash of the business date beyond the reporting threshold, in whole units, from the alerts of AML-01
-- View: cash_days
-- Rule: 31 CFR 1010.311 and 1010.313; taken in the base currency
-- Grain: one customer
SELECT
  'CTR-' || a.subject_id || '-' || processing_date() AS activity_id,
  a.subject_id AS customer_id,
  MAX(CASE WHEN a.alert_id LIKE '%:CREDIT:%' THEN CAST(ROUND(a.amount_base, 0) AS DECIMAL(15, 0)) END) AS cash_in,
  MAX(CASE WHEN a.alert_id LIKE '%:DEBIT:%' THEN CAST(ROUND(a.amount_base, 0) AS DECIMAL(15, 0)) END) AS cash_out
FROM aml_alerts a
WHERE a.scenario_id = 'AML-01'
GROUP BY a.subject_id
