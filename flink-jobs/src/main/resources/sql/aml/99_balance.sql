-- Purpose: every enriched transaction was judged by every scenario, in every currency to the cent; alerts agree with the
-- Purpose: scenarios' counts; and every piece of evidence is a transaction of the day of a kind its scenario examines
-- Totals: balance
WITH published AS (
  SELECT currency, COUNT(*) AS row_count, CAST(SUM(amount) AS DECIMAL(38, 2)) AS amount, SUM(amount_base) AS amount_base
  FROM enriched_transactions
  GROUP BY currency
), total AS (
  SELECT COALESCE(SUM(row_count), 0) AS row_count, COALESCE(SUM(amount_base), 0) AS amount
  FROM published
), judged AS (
  SELECT scenario_id, currency, SUM(event_count) AS row_count, SUM(amount) AS amount, SUM(amount_base) AS amount_base
  FROM staged_aml_coverage
  GROUP BY scenario_id, currency
), pieces AS (
  SELECT a.scenario_id, e.id
  FROM staged_aml_alerts AS a
  CROSS JOIN UNNEST(a.evidence) AS e (id)
)
SELECT 'transactions' AS measure, 'IN' AS side, currency, row_count, amount
FROM published
UNION ALL
SELECT 'transactions', 'OUT', currency, MIN(row_count), MIN(amount)
FROM judged
GROUP BY currency
UNION ALL
SELECT 'judged by ' || s.scenario_id, 'IN', base_currency(), t.row_count, t.amount
FROM declared_scenarios AS s
CROSS JOIN total AS t
UNION ALL
SELECT 'judged by ' || scenario_id, 'OUT', base_currency(), SUM(row_count), SUM(amount_base)
FROM judged
GROUP BY scenario_id
UNION ALL
SELECT 'scenarios', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM declared_scenarios
UNION ALL
SELECT 'scenarios', 'OUT', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM staged_aml_scenario_runs
UNION ALL
SELECT 'alerts', 'IN', base_currency(), SUM(alert_count), SUM(alerted_base)
FROM staged_aml_scenario_runs
UNION ALL
SELECT 'alerts', 'OUT', base_currency(), COUNT(*), COALESCE(SUM(amount_base), 0)
FROM staged_aml_alerts
UNION ALL
SELECT 'evidence', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM pieces
UNION ALL
SELECT 'evidence', 'OUT', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM enriched_transactions AS t
JOIN pieces AS p ON t.transaction_id = p.id
JOIN declared_scopes AS d ON p.scenario_id = d.scenario_id
WHERE d.kind IN ('*', COALESCE(t.payment_method, '-')) AND d.detail IN ('*', t.transaction_type)
