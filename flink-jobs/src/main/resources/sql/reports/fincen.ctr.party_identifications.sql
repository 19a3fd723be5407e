-- Purpose: tax identifiers of the customers; the transmitter's number and control code are settings
-- View: ctr_party_identifications
-- Report: fincen.ctr
-- Group: party_identifications
-- Rule: FinCEN XML user guides: 4 tax number of the filer, 28 transmitter control code, 9 foreign tax number
-- Grain: one identifier
SELECT
  '1' AS identification_number,
  SUBSTRING(c.tax_id, 1, 25) AS party_identification_number,
  CASE WHEN c.tax_id IS NOT NULL THEN '9' END AS party_identification_type_code,
  CASE WHEN c.tax_id IS NULL THEN TRUE END AS tin_unknown,
  '6' AS party_number,
  s.activity_id
FROM cash_days s
JOIN current_customers c ON s.customer_id = c.customer_id
UNION ALL
SELECT i.number, i.identifier, i.code, CAST(NULL AS BOOLEAN), '1', s.activity_id
FROM cash_days s
JOIN current_customers c ON s.customer_id = c.customer_id
CROSS JOIN (
  SELECT '1' AS number, fincen_tin() AS identifier, '4' AS code
  UNION ALL
  SELECT '2', fincen_transmitter_code(), '28'
) i
