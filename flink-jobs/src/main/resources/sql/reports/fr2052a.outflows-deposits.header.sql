-- Purpose: the respondent
-- View: fr2052a_outflows_deposits_header
-- Report: fr2052a.outflows-deposits
-- Group: header
-- Grain: one row
SELECT business_date() AS as_of_date, rssd_id() AS respondent_id
