-- Purpose: the exposures that could be assessed
-- Inserts: credit_scores
-- Grain: one exposure
SELECT
  exposure_id, exposure_class, currency, drawn_amount, score, pd, lgd, ead, ifrs9_stage, expected_credit_loss, reasons
FROM assessed_exposures
WHERE refusal IS NULL
