-- Purpose: the exposures that could be weighed
-- Inserts: exposure_rwa
-- Rule: CRE20, CRE22
-- Grain: one exposure
SELECT
  exposure_id, standardised_class AS exposure_class, currency, drawn_amount, exposure_base, credit_conversion_factor, ead,
  mitigated_amount, risk_weight, rwa, rule
FROM weighed_exposures
WHERE refusal IS NULL
