-- Purpose: who reports, for which day
-- View: auth_030_header
-- Report: auth.030.001.03
-- Group: header
-- Grain: one row
SELECT business_date() AS business_date, institution_lei() AS reporting_lei
