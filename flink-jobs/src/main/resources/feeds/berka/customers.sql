-- Purpose: the Berka bank's clients who hold or may use an account opened by the business date; sex and birth date are in
-- Purpose: the birth number, whose month is 50 more for a woman
-- Feed: customers
-- Source: client
-- Format: csv
-- Delimiter: ;
-- Columns: client_id STRING NOT NULL, birth_number STRING NOT NULL, district_id STRING
-- Source: disp
-- Format: csv
-- Delimiter: ;
-- Columns: disp_id STRING NOT NULL, client_id STRING NOT NULL, account_id STRING NOT NULL, type AS role STRING
-- Source: account
-- Format: csv
-- Delimiter: ;
-- Pivot: 1900
-- Columns: account_id STRING NOT NULL, district_id STRING, frequency STRING, date AS opened_on DATE 'yyMMdd' NOT NULL
-- Where: opened_on <= business_date()
-- Source: district
-- Format: csv
-- Delimiter: ;
-- Ignore: A3, A4, A5, A6, A7, A8, A9, A10, A12, A13, A14, A15, A16
-- Columns: A1 AS district_id STRING NOT NULL, A2 AS district_name STRING, A11 AS average_salary DECIMAL(18,2)
SELECT
  c.client_id AS customer_id,
  'STANDARD' AS customer_tier,
  'INDIVIDUAL' AS customer_type,
  'Client ' || c.client_id AS name,
  'CZ' AS country,
  CAST(
    '19' || SUBSTRING(c.birth_number FROM 1 FOR 2) || '-'
    || LPAD(CAST(MOD(CAST(SUBSTRING(c.birth_number FROM 3 FOR 2) AS INT), 50) AS STRING), 2, '0') || '-'
    || SUBSTRING(c.birth_number FROM 5 FOR 2) AS DATE) AS birth_date,
  'MASS' AS segment,
  'LOW' AS kyc_risk,
  FALSE AS pep,
  m.onboarded_on,
  'CZ' AS tax_country,
  g.district_name AS city,
  m.onboarded_on AS valid_from
FROM client c
JOIN (
  SELECT d.client_id, MIN(a.opened_on) AS onboarded_on
  FROM disp d
  JOIN account a ON a.account_id = d.account_id
  GROUP BY d.client_id
) m ON m.client_id = c.client_id
LEFT JOIN district g ON g.district_id = c.district_id
