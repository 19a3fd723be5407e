-- Purpose: what is suspected, by scenario
-- View: sar_classifications
-- Report: fincen.sar
-- Group: classifications
-- Rule: FinCEN XML user guide for form 111: type 1 structuring, 8 money laundering
-- Grain: one classification of one activity
SELECT DISTINCT
  k.code || '-' || k.subcode AS classification_number,
  CAST(NULL AS STRING) AS other_suspicious_activity_type,
  k.subcode AS suspicious_activity_subtype,
  k.code AS suspicious_activity_type,
  'SAR-' || x.customer_id || '-' || processing_date() AS activity_id
FROM (
  SELECT COALESCE(n.customer_id, a.subject_id) AS customer_id, a.scenario_id
  FROM aml_alerts a
  LEFT JOIN current_accounts n ON a.subject_type = 'ACCOUNT' AND a.subject_id = n.account_id
  WHERE a.scenario_id <> 'AML-01'
) x
JOIN current_customers c ON x.customer_id = c.customer_id
JOIN (VALUES
  ('AML-02', '1', '112'),
  ('AML-03', '1', '112'),
  ('AML-04', '8', '806'),
  ('AML-05', '8', '804'),
  ('AML-06', '8', '804'),
  ('AML-07', '8', '804'),
  ('AML-08', '8', '804'),
  ('AML-09', '8', '809'),
  ('AML-10', '8', '809'),
  ('AML-11', '8', '807'),
  ('AML-12', '8', '807'),
  ('AML-13', '8', '809'),
  ('AML-14', '8', '809'),
  ('AML-15', '8', '804')
) AS k (scenario, code, subcode) ON x.scenario_id = k.scenario
