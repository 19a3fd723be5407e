-- Purpose: one message per receiving jurisdiction; its reference says year, sender, receiver and business date
-- View: crs_header
-- Report: oecd.crs-2.0
-- Group: header
-- Grain: one receiving jurisdiction
SELECT
  tax_country AS report_instance,
  institution_country() || CAST(EXTRACT(YEAR FROM business_date()) AS STRING) || tax_country || '-' || institution_lei()
    || '-' || processing_date() AS message_ref_id,
  institution_lei() AS sending_company_in,
  institution_country() AS transmitting_country,
  tax_country AS receiving_country,
  'CRS' AS message_type,
  CAST(NULL AS STRING) AS contact,
  'CRS701' AS message_type_indic,
  CAST(NULL AS STRING) AS corr_message_reference_id,
  CAST(CAST(EXTRACT(YEAR FROM business_date()) AS STRING) || '-12-31' AS DATE) AS reporting_period,
  TIMESTAMPADD(HOUR, 26, CAST(business_date() AS TIMESTAMP(3))) AS `timestamp`,
  institution_country() AS res_country_code,
  institution_country() AS issued_by,
  institution_lei() AS `in`,
  institution_name() AS reporting_fi_name,
  institution_country() AS country_code,
  CAST(NULL AS STRING) AS street,
  CAST(NULL AS STRING) AS post_code,
  'unknown' AS city,
  'OECD1' AS document_type_indic,
  institution_country() || '-' || institution_lei() || '-' || processing_date() || '-' || tax_country
    AS document_reference_id,
  CAST(NULL AS STRING) AS document_spec_corr_message_reference_id,
  CAST(NULL AS STRING) AS corr_document_reference_id
FROM (SELECT DISTINCT tax_country FROM crs_accounts)
