-- Purpose: the night's scenario AML-02, structuring, said again
-- Inserts: aml_alerts
WITH tonight AS (
  SELECT
    customer_id,
    MIN(booking_time) AS window_start,
    MAX(booking_time) AS window_end,
    MAX(amount_base) AS largest,
    transform(slice(array_sort(collect_list(struct(booking_time, transaction_id))), 1, 50), e -> e.transaction_id) AS evidence
  FROM enriched_transactions
  WHERE payment_method = 'CASH' AND transaction_type = 'CREDIT'
  GROUP BY customer_id
), deposits AS (
  SELECT customer_id, SUM(cash_in_count) AS deposits, SUM(cash_in_base) AS total, COUNT(DISTINCT activity_date) AS days
  FROM account_activity
  WHERE cash_in_count > 0
    AND activity_date <= DATE '${date}'
    AND datediff(DATE '${date}', activity_date) < 10
  GROUP BY customer_id
)
SELECT
  'AML-02:' || t.customer_id || ':${date}' AS alert_id,
  'AML' AS domain,
  'AML-02' AS scenario_id,
  'CUSTOMER' AS subject_type,
  t.customer_id AS subject_id,
  t.window_start,
  t.window_end,
  d.deposits AS event_count,
  d.total AS amount_base,
  CAST(d.total AS DOUBLE) / 10000 AS score,
  t.evidence,
  'cash in of ' || CAST(d.total AS STRING) || ' in ' || CAST(d.deposits AS STRING) || ' deposits on ' || CAST(d.days AS STRING)
    || ' of 10 days, none tonight at or above 10000.00' AS explanation
FROM tonight AS t
JOIN deposits AS d ON t.customer_id = d.customer_id
WHERE t.largest < 10000
  AND d.deposits >= 3
  AND d.total > 10000
  AND d.total >= 3000 * d.deposits
  AND d.total < 10000 * d.deposits
