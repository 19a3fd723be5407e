-- Purpose: what every scenario made of the day: the orders' events and the trades it examines, and the rest, which are out
-- Purpose: of its scope
-- Inserts: surveillance_coverage
-- Rule: counted from the rows the scenarios themselves were given, so that one lost on the way shows
-- Grain: one scenario, kind of event, outcome and currency
WITH kinds AS (
  SELECT
    'ORDER' AS kind,
    'orders' AS events,
    '-' AS currency,
    SUM(messages) AS event_count,
    CAST(0 AS DECIMAL(38, 2)) AS amount,
    CAST(0 AS DECIMAL(38, 2)) AS amount_base
  FROM order_lives
  HAVING COUNT(*) > 0
  UNION ALL
  SELECT
    'TRADE',
    'trades',
    currency,
    COUNT(*),
    CAST(SUM(CAST(quantity * price AS DECIMAL(38, 2))) AS DECIMAL(38, 2)),
    CAST(SUM(value_base) AS DECIMAL(38, 2))
  FROM executed
  GROUP BY currency
)
SELECT
  s.scenario_id,
  k.events,
  CASE WHEN d.scenario_id IS NULL THEN 'OUT_OF_SCOPE' ELSE 'EXAMINED' END AS outcome,
  k.currency,
  k.event_count,
  k.amount,
  k.amount_base
FROM kinds AS k
CROSS JOIN declared_scenarios AS s
LEFT JOIN declared_scopes AS d ON s.scenario_id = d.scenario_id AND d.kind IN ('*', k.kind)
