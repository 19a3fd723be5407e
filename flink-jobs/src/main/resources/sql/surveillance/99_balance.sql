-- Purpose: every landed order event and trade was judged by every scenario, trades to the cent in every currency; alerts
-- Purpose: agree with the scenarios' counts; and every piece of evidence is an order or trade its scenario examines
-- Totals: balance
WITH landed AS (
  SELECT feed, SUM(row_count) AS row_count
  FROM feed_totals
  WHERE feed IN ('orders', 'trades')
  GROUP BY feed
), judged AS (
  SELECT scenario_id, events, currency, SUM(event_count) AS row_count, SUM(amount) AS amount
  FROM staged_surveillance_coverage
  GROUP BY scenario_id, events, currency
), judged_feeds AS (
  SELECT scenario_id, events, SUM(row_count) AS row_count
  FROM judged
  GROUP BY scenario_id, events
), pieces AS (
  SELECT a.scenario_id, e.id
  FROM staged_surveillance_alerts AS a
  CROSS JOIN UNNEST(a.evidence) AS e (id)
)
SELECT feed AS measure, 'IN' AS side, '-' AS currency, row_count, CAST(0 AS DECIMAL(38, 2)) AS amount
FROM landed
UNION ALL
SELECT events, 'OUT', '-', MIN(row_count), CAST(0 AS DECIMAL(38, 2))
FROM judged_feeds
GROUP BY events
UNION ALL
SELECT 'trade value', 'IN', currency, COUNT(*), CAST(SUM(CAST(quantity * price AS DECIMAL(38, 2))) AS DECIMAL(38, 2))
FROM trades
GROUP BY currency
UNION ALL
SELECT 'trade value', 'OUT', currency, MIN(row_count), MIN(amount)
FROM judged
WHERE events = 'trades'
GROUP BY currency
UNION ALL
SELECT 'judged by ' || s.scenario_id, 'IN', '-', l.row_count, CAST(0 AS DECIMAL(38, 2))
FROM declared_scenarios AS s
CROSS JOIN landed AS l
UNION ALL
SELECT 'judged by ' || scenario_id, 'OUT', '-', SUM(row_count), CAST(0 AS DECIMAL(38, 2))
FROM judged
GROUP BY scenario_id
UNION ALL
SELECT 'scenarios', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM declared_scenarios
UNION ALL
SELECT 'scenarios', 'OUT', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM staged_surveillance_scenario_runs
UNION ALL
SELECT 'alerts', 'IN', base_currency(), SUM(alert_count), SUM(alerted_base)
FROM staged_surveillance_scenario_runs
UNION ALL
SELECT 'alerts', 'OUT', base_currency(), COUNT(*), COALESCE(SUM(amount_base), 0)
FROM staged_surveillance_alerts
UNION ALL
SELECT 'evidence', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM pieces
UNION ALL
SELECT 'evidence', 'OUT', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM (
  SELECT trade_id AS id, 'TRADE' AS kind
  FROM trades
  UNION
  SELECT order_id, 'ORDER'
  FROM orders
) AS known
JOIN pieces AS p ON known.id = p.id
JOIN declared_scopes AS d ON p.scenario_id = d.scenario_id
WHERE d.kind IN ('*', known.kind)
