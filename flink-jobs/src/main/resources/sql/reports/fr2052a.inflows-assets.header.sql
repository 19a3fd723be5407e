-- Purpose: the respondent
-- View: fr2052a_inflows_assets_header
-- Report: fr2052a.inflows-assets
-- Group: header
-- Grain: one row
SELECT business_date() AS as_of_date, rssd_id() AS respondent_id
