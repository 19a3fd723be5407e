-- Purpose: every exposure with its assessment, or the reason why it has none
-- View: assessed_exposures
-- Grain: one exposure
SELECT
  e.exposure_id, e.exposure_class, e.currency, e.drawn_amount,
  a.score, a.pd, a.lgd, a.ead, a.ifrs9_stage, a.expected_credit_loss, a.reasons, a.refusal
FROM (
  SELECT x.*, f.rate_to_base, COALESCE(s.secured_base, CAST(0 AS DECIMAL(38, 2))) AS secured_base
  FROM exposures x
  LEFT JOIN fixings f ON x.currency = f.currency
  LEFT JOIN secured_amounts s ON x.exposure_id = s.exposure_id
) e,
LATERAL TABLE(assess_credit(
  e.exposure_class, e.product, e.drawn_amount, e.undrawn_amount, e.secured_base, e.rate_to_base, e.maturity_date,
  e.interest_rate, e.days_past_due, e.origination_pd, e.years_employed, e.checking_status, e.prior_defaults)) a
