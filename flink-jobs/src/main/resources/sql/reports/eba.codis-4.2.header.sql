-- Purpose: who reports what as of when
-- View: codis_header
-- Report: eba.codis-4.2
-- Group: header
-- Grain: one row
SELECT
  institution_lei() AS entity_lei,
  'IND' AS `scope`,
  institution_country() AS country,
  business_date() AS reference_date,
  base_currency() AS base_currency,
  TIMESTAMPADD(HOUR, 26, CAST(business_date() AS TIMESTAMP(3))) AS created_at
