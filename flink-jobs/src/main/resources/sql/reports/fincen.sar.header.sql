-- Purpose: the batch
-- View: sar_header
-- Report: fincen.sar
-- Group: header
-- Grain: one row
SELECT
  TIMESTAMPADD(HOUR, 26, CAST(business_date() AS TIMESTAMP(3))) AS created_at,
  CAST(TIMESTAMPADD(DAY, 1, business_date()) AS DATE) AS filing_date,
  UPPER('sar') || REPLACE(processing_date(), '-', '') AS submission_id
