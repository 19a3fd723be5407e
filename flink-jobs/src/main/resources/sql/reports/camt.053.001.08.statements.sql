-- Purpose: one statement per account of a firm
-- View: camt_053_statements
-- Report: camt.053.001.08
-- Group: statements
-- Grain: one account
SELECT
  account_id || '-' || processing_date() AS statement_id,
  TIMESTAMPADD(HOUR, 26, CAST(business_date() AS TIMESTAMP(3))) AS creation_date_time,
  CAST(NULL AS STRING) AS cpy_dplct_indicator,
  iban,
  currency AS account_currency,
  CAST(NULL AS STRING) AS account_name,
  name AS owner_name,
  country AS country_of_res,
  CAST(NULL AS STRING) AS bicfi,
  CAST(NULL AS STRING) AS member_id,
  institution_name() AS financial_institution_id_name
FROM statement_accounts
