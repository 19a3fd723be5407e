-- Purpose: the respondent
-- View: fr2052a_outflows_deposits_header
-- Report: fr2052a.outflows-deposits
-- Group: header
-- Parameter: respondent_id STRING = '0000000' -- RSSD identifier of the respondent; the sample bank has none, set yours
-- Grain: one row
SELECT business_date() AS as_of_date, :respondent_id AS respondent_id
