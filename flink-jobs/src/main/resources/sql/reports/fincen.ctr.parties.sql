-- Purpose: the filing bank in its parts and the customer
-- View: ctr_parties
-- Report: fincen.ctr
-- Group: parties
-- Grain: one party of one activity
SELECT
  p.party_number,
  p.type_code AS activity_party_type_code,
  CASE WHEN p.type_code = '50' AND p.birth_date IS NULL AND p.individual THEN TRUE END AS birth_date_unknown,
  CASE WHEN p.type_code = '50' AND p.individual THEN DATE_FORMAT(CAST(p.birth_date AS TIMESTAMP(3)), 'yyyyMMdd') END
    AS birth_date,
  CASE WHEN p.type_code = '50' AND p.cash_in IS NOT NULL THEN CAST(p.cash_in AS STRING) END AS entity_cash_in_amount,
  CASE WHEN p.type_code = '50' AND p.cash_out IS NOT NULL THEN CAST(p.cash_out AS STRING) END AS entity_cash_out_amount,
  CAST(NULL AS BOOLEAN) AS multiple_transactions_persons_individuals,
  CASE WHEN p.type_code = '50' AND NOT p.individual THEN TRUE END AS party_as_entity_organization,
  CASE WHEN p.type_code IN ('30', '34') THEN '9' END AS primary_regulator_type_code,
  CASE WHEN p.city IS NULL THEN TRUE END AS city_unknown,
  CAST(NULL AS BOOLEAN) AS country_code_unknown,
  p.city,
  p.country AS country_code,
  CAST(NULL AS STRING) AS state_code,
  p.address AS street_address1,
  SUBSTRING(REPLACE(p.postal_code, ' ', ''), 1, 9) AS zip_code,
  CASE WHEN p.type_code = '50' THEN TRUE END AS state_code_unknown,
  CASE WHEN p.address IS NULL THEN TRUE END AS street_address_unknown,
  CASE WHEN p.postal_code IS NULL THEN TRUE END AS zip_code_unknown,
  CAST(NULL AS STRING) AS phone_number_extension,
  CAST(NULL AS STRING) AS phone_number,
  CAST(NULL AS STRING) AS organization_subtype,
  CASE WHEN p.type_code IN ('30', '34') THEN '2' END AS organization_type,
  CAST(NULL AS STRING) AS naics_code,
  CAST(NULL AS STRING) AS occupation_business,
  CAST(NULL AS STRING) AS electronic_address,
  p.activity_id
FROM (
  SELECT
    s.activity_id, '6' AS party_number, '50' AS type_code, c.birth_date, c.customer_type = 'INDIVIDUAL' AS individual,
    s.cash_in, s.cash_out, c.city, c.country, c.address, c.postal_code
  FROM cash_days s
  JOIN current_customers c ON s.customer_id = c.customer_id
  UNION ALL
  SELECT
    s.activity_id, f.number, f.type_code, CAST(NULL AS DATE), FALSE, CAST(NULL AS DECIMAL(15, 0)), CAST(NULL AS DECIMAL(15, 0)), CAST(NULL AS STRING),
    institution_country(), CAST(NULL AS STRING), CAST(NULL AS STRING)
  FROM cash_days s
  JOIN current_customers c ON s.customer_id = c.customer_id
  CROSS JOIN filer_parties f
) p
