-- Purpose: the message
-- View: camt_053_header
-- Report: camt.053.001.08
-- Group: header
-- Grain: one row
SELECT
  business_date() AS business_date,
  institution_lei() AS sender_lei,
  'STMT-' || processing_date() AS message_id,
  TIMESTAMPADD(HOUR, 26, CAST(business_date() AS TIMESTAMP(3))) AS creation_date_time
