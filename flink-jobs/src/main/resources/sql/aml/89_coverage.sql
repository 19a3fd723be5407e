-- Purpose: what every scenario made of the day: the kinds of transaction it examines, and the rest, which are out of its scope
-- Inserts: aml_coverage
-- Rule: counted from the rows the scenarios themselves were given, so that one lost on the way shows
-- Grain: one scenario, outcome and currency
WITH kinds AS (
  SELECT
    COALESCE(payment_method, '-') AS kind,
    transaction_type AS detail,
    currency,
    COUNT(*) AS event_count,
    SUM(amount) AS amount,
    SUM(amount_base) AS amount_base
  FROM booked
  GROUP BY COALESCE(payment_method, '-'), transaction_type, currency
)
SELECT
  s.scenario_id,
  'transactions' AS events,
  CASE WHEN d.scenario_id IS NULL THEN 'OUT_OF_SCOPE' ELSE 'EXAMINED' END AS outcome,
  k.currency,
  SUM(k.event_count) AS event_count,
  SUM(k.amount) AS amount,
  SUM(k.amount_base) AS amount_base
FROM kinds AS k
CROSS JOIN declared_scenarios AS s
LEFT JOIN declared_scopes AS d
  ON s.scenario_id = d.scenario_id AND d.kind IN ('*', k.kind) AND d.detail IN ('*', k.detail)
GROUP BY s.scenario_id, CASE WHEN d.scenario_id IS NULL THEN 'OUT_OF_SCOPE' ELSE 'EXAMINED' END, k.currency
