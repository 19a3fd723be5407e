-- Purpose: every exposure with its risk weight, or the reason why it has none
-- View: weighed_exposures
-- Rule: CRE20, CRE22
-- Grain: one exposure
SELECT
  e.exposure_id, e.customer_id, e.counterparty_id, e.exposure_class, e.currency, e.drawn_amount,
  w.standardised_class, w.exposure_base, w.credit_conversion_factor, w.ead, w.mitigated_amount, w.risk_weight, w.rwa,
  w.rule, w.refusal
FROM (
  SELECT x.*, f.rate_to_base, s.items
  FROM exposures x
  LEFT JOIN fixings f ON x.currency = f.currency
  LEFT JOIN securing_items s ON x.exposure_id = s.exposure_id
) e,
LATERAL TABLE(weigh_exposure(
  e.exposure_id, e.exposure_class, e.product, e.currency, e.drawn_amount, e.undrawn_amount, e.specific_provision,
  e.originated_on, e.maturity_date, e.rating, e.days_past_due, e.loan_to_value, e.rate_to_base, e.items)) w
