-- Purpose: alerts agree with the scenarios' counts, and every piece of evidence is an order or trade of the day
-- Totals: balance
WITH evidence_ids AS (
  SELECT DISTINCT e.id
  FROM staged_surveillance_alerts AS a
  CROSS JOIN UNNEST(a.evidence) AS e (id)
)
SELECT 'alerts' AS measure, 'IN' AS side, base_currency() AS currency, SUM(alert_count) AS row_count, SUM(alerted_base) AS amount
FROM staged_surveillance_scenario_runs
UNION ALL
SELECT 'alerts', 'OUT', base_currency(), COUNT(*), COALESCE(SUM(amount_base), 0)
FROM staged_surveillance_alerts
UNION ALL
SELECT 'evidence', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38,2))
FROM evidence_ids
UNION ALL
SELECT 'evidence', 'OUT', '-', COUNT(*), CAST(0 AS DECIMAL(38,2))
FROM (SELECT trade_id AS id FROM trades UNION SELECT order_id AS id FROM orders)
WHERE id IN (SELECT id FROM evidence_ids)
