-- Purpose: the bank on both ends: the statements leave through its own channel, for the customers' codes are not known
-- View: mt940_header
-- Report: swift.mt940
-- Group: header
-- Grain: one row
SELECT
  institution_bic() AS sender_bic,
  SUBSTRING(institution_bic(), 1, 8) || 'A' || SUBSTRING(institution_bic(), 9, 3) AS sender_terminal,
  business_date() AS business_date
