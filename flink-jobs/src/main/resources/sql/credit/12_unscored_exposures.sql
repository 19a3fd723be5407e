-- Purpose: the exposures that could not, and why
-- Inserts: unscored_exposures
-- Grain: one exposure
SELECT exposure_id, exposure_class, currency, drawn_amount, refusal AS reason
FROM assessed_exposures
WHERE refusal IS NOT NULL
