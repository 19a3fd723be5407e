-- Scenario: AML-02 structuring
-- Purpose: cash paid in over several days in amounts that each stay below the reporting threshold
-- Rule: 31 U.S.C. 5324: breaking up transactions to evade reporting; deposits of several days need no aggregation but are structuring
-- Examines: CASH CREDIT
-- Inserts: aml_alerts
-- Parameter: window_days INT = 10 -- two working weeks
-- Parameter: reporting_threshold DECIMAL(18,2) = 10000 -- 31 CFR 1010.311, taken in the base currency
-- Parameter: lowest_deposit DECIMAL(18,2) = 3000 -- mean deposits below are takings, not structuring
-- Parameter: minimum_deposits BIGINT = 3 -- two may be chance
-- Grain: one customer
WITH tonight AS (
  SELECT
    customer_id,
    MIN(booking_time) AS window_start,
    MAX(booking_time) AS window_end,
    MAX(amount_base) AS largest,
    evidence(booking_time, transaction_id) AS evidence
  FROM booked
  WHERE payment_method = 'CASH' AND transaction_type = 'CREDIT'
  GROUP BY customer_id
), deposits AS (
  SELECT customer_id, SUM(cash_in_count) AS deposits, SUM(cash_in_base) AS total, COUNT(DISTINCT activity_date) AS days
  FROM (
    SELECT customer_id, activity_date, cash_in_count, cash_in_base FROM account_activity
    UNION ALL
    SELECT customer_id, activity_date, cash_in_count, cash_in_base FROM account_activity_history
  )
  WHERE cash_in_count > 0
    AND activity_date <= business_date()
    AND TIMESTAMPDIFF(DAY, activity_date, business_date()) < :window_days
  GROUP BY customer_id
)
SELECT
  'AML-02:' || t.customer_id || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-02' AS scenario_id,
  'CUSTOMER' AS subject_type,
  t.customer_id AS subject_id,
  t.window_start AS window_start,
  t.window_end AS window_end,
  d.deposits AS event_count,
  d.total AS amount_base,
  CAST(d.total AS DOUBLE) / CAST(:reporting_threshold AS DOUBLE) AS score,
  t.evidence AS evidence,
  'cash in of ' || CAST(d.total AS STRING) || ' in ' || CAST(d.deposits AS STRING) || ' deposits on '
    || CAST(d.days AS STRING) || ' of ' || CAST(:window_days AS STRING) || ' days, none tonight at or above '
    || CAST(:reporting_threshold AS STRING) AS explanation
FROM tonight AS t
JOIN deposits AS d ON t.customer_id = d.customer_id
WHERE t.largest < :reporting_threshold
  AND d.deposits >= :minimum_deposits
  AND d.total > :reporting_threshold
  AND d.total >= :lowest_deposit * d.deposits
  AND d.total < :reporting_threshold * d.deposits
