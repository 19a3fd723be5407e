-- Purpose: one report per customer with alerts; the amount is the largest of them, for they may overlap
-- View: sar_activities
-- Report: fincen.sar
-- Group: activities
-- Grain: one activity
SELECT
  s.activity_id,
  s.amount AS total_suspicious_amount,
  CAST(NULL AS BIGINT) AS prior_document_number,
  CAST(NULL AS BOOLEAN) AS continuing_activity_report,
  CAST(NULL AS BOOLEAN) AS corrects_amends_prior_report,
  TRUE AS initial_report,
  CAST(NULL AS BOOLEAN) AS joint_report,
  CAST(NULL AS BOOLEAN) AS amount_unknown,
  CAST(NULL AS BOOLEAN) AS no_amount_involved,
  s.from_date AS suspicious_activity_from_date,
  s.to_date AS suspicious_activity_to_date
FROM suspicions s
JOIN current_customers c ON s.customer_id = c.customer_id
