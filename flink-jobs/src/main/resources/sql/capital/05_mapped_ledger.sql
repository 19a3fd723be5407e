-- Purpose: every ledger balance with its line of a rule and its amount in the base currency
-- View: mapped_ledger
-- Grain: one ledger balance
SELECT
  l.ledger_id, l.area, l.item, r.section, COALESCE(r.rule_item, 'UNMAPPED') AS rule_item, l.currency, l.amount,
  ROUND(l.amount * f.rate_to_base, 2) AS amount_base, l.financial_year
FROM ledger l
LEFT JOIN ledger_rules r ON l.area = r.area AND l.item = r.item
LEFT JOIN fixings f ON l.currency = f.currency
