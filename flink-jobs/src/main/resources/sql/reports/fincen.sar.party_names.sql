-- Purpose: legal names; a person's is split at the first space
-- View: sar_party_names
-- Report: fincen.sar
-- Group: party_names
-- Grain: one party of one activity
SELECT
  '1' AS name_number,
  CAST(NULL AS BOOLEAN) AS entity_last_name_unknown,
  CAST(NULL AS BOOLEAN) AS first_name_unknown,
  'L' AS party_name_type_code,
  CASE WHEN c.customer_type = 'INDIVIDUAL' THEN SUBSTRING(c.name, POSITION(' ' IN c.name) + 1) ELSE c.name END
    AS last_or_entity_name,
  CASE WHEN c.customer_type = 'INDIVIDUAL' THEN SPLIT_INDEX(c.name, ' ', 0) END AS first_name,
  CAST(NULL AS STRING) AS middle_name,
  '6' AS party_number,
  s.activity_id
FROM suspicions s
JOIN current_customers c ON s.customer_id = c.customer_id
UNION ALL
SELECT
  '1', CAST(NULL AS BOOLEAN), CAST(NULL AS BOOLEAN), 'L', institution_name(), CAST(NULL AS STRING), CAST(NULL AS STRING),
  f.number, s.activity_id
FROM suspicions s
JOIN current_customers c ON s.customer_id = c.customer_id
CROSS JOIN filer_parties f
