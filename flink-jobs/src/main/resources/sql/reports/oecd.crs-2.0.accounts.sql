-- Purpose: the accounts; a debit balance is reported as zero
-- View: crs_account_reports
-- Report: oecd.crs-2.0
-- Group: accounts
-- Rule: Common Reporting Standard, Section I.A; OECD601 is an IBAN, OECD605 another number
-- Grain: one account
SELECT
  tax_country AS report_instance,
  account_id,
  'OECD1' AS document_type_indic,
  institution_country() || '-' || institution_lei() || '-' || processing_date() || '-' || account_id
    AS document_reference_id,
  CAST(NULL AS STRING) AS corr_message_reference_id,
  CAST(NULL AS STRING) AS corr_document_reference_id,
  CASE WHEN iban IS NULL THEN 'OECD605' ELSE 'OECD601' END AS account_number_type,
  FALSE AS undocumented_account,
  status = 'CLOSED' AS closed_account,
  status = 'DORMANT' AS dormant_account,
  COALESCE(iban, account_id) AS account_number,
  tax_country AS res_country_code,
  tax_country AS issued_by,
  tax_id AS tin,
  SPLIT_INDEX(name, ' ', 0) AS first_name,
  SUBSTRING(name, POSITION(' ' IN name) + 1) AS last_name,
  country AS country_code,
  address AS street,
  postal_code AS post_code,
  COALESCE(city, 'unknown') AS city,
  CAST(NULL AS STRING) AS organisation_name,
  CAST(NULL AS STRING) AS address_country_code,
  CAST(NULL AS STRING) AS address_fix_city,
  CAST(NULL AS STRING) AS account_holder_type,
  currency AS curr_code,
  CASE WHEN balance < 0 OR status = 'CLOSED' THEN CAST(0 AS DECIMAL(18, 2)) ELSE balance END AS account_balance
FROM crs_accounts
