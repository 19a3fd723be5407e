-- Purpose: every detector judges the whole day, the day is all in the activity, and the profiles move by it and by what leaves
-- Totals: balance
WITH total AS (
  SELECT COUNT(*) AS row_count, COALESCE(SUM(amount_base), 0) AS amount
  FROM booked
), profile_parts AS (
  SELECT 'IN' AS side, COALESCE(SUM(transaction_count), 0) AS row_count, COALESCE(SUM(debit_base + credit_base), 0) AS amount
  FROM baseline
  UNION ALL
  SELECT 'IN', row_count, amount
  FROM total
  UNION ALL
  SELECT 'REJECTED', COALESCE(SUM(transaction_count), 0), COALESCE(SUM(debit_base + credit_base), 0)
  FROM known_days
  WHERE activity_date <= business_date() - INTERVAL '90' DAY AND activity_date > previous_day() - INTERVAL '90' DAY
  UNION ALL
  SELECT 'OUT', COALESCE(SUM(transaction_count), 0), COALESCE(SUM(debit_base + credit_base), 0)
  FROM staged_account_profiles
)
SELECT 'judged by ' || d.detector AS measure, 'IN' AS side, base_currency() AS currency, t.row_count, t.amount
FROM declared_detectors AS d
CROSS JOIN total AS t
UNION ALL
SELECT 'judged by ' || detector, 'OUT', base_currency(), SUM(transaction_count), SUM(amount_base)
FROM staged_anomaly_outcomes
GROUP BY detector
UNION ALL
SELECT 'flagged', 'IN', base_currency(), COALESCE(SUM(transaction_count), 0), COALESCE(SUM(amount_base), 0)
FROM staged_anomaly_outcomes
WHERE outcome = 'FLAGGED'
UNION ALL
SELECT 'flagged', 'OUT', base_currency(), COUNT(*), COALESCE(SUM(amount_base), 0)
FROM staged_anomalies
UNION ALL
SELECT 'activity', 'IN', base_currency(), row_count, amount
FROM total
UNION ALL
SELECT 'activity', 'OUT', base_currency(), COALESCE(SUM(transaction_count), 0), COALESCE(SUM(debit_base + credit_base), 0)
FROM staged_account_activity
WHERE activity_date = business_date()
UNION ALL
SELECT 'profiles', side, base_currency(), row_count, amount
FROM profile_parts
