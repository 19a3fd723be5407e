-- Purpose: who submits, for which day
-- View: auth_016_header
-- Report: auth.016.001.03
-- Group: header
-- Grain: one row
SELECT business_date() AS business_date, institution_lei() AS submitting_lei
