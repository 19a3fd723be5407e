-- Scenario: AML-01 CTR aggregation
-- Purpose: cash of one person on one business day beyond the reporting threshold, in and out apart
-- Rule: 31 CFR 1010.313: several cash transactions of one person on one business day count as one
-- Examines: CASH
-- Inserts: aml_alerts
-- Parameter: reporting_threshold DECIMAL(18,2) = 10000 -- 31 CFR 1010.311, taken in the base currency
-- Grain: one customer and direction
SELECT
  'AML-01:' || customer_id || ':' || transaction_type || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-01' AS scenario_id,
  'CUSTOMER' AS subject_type,
  customer_id AS subject_id,
  MIN(booking_time) AS window_start,
  MAX(booking_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(amount_base) AS amount_base,
  CAST(SUM(amount_base) AS DOUBLE) / CAST(:reporting_threshold AS DOUBLE) AS score,
  evidence(booking_time, transaction_id) AS evidence,
  'cash ' || CASE transaction_type WHEN 'CREDIT' THEN 'in' ELSE 'out' END || ' of ' || CAST(SUM(amount_base) AS STRING)
    || ' in ' || CAST(COUNT(*) AS STRING) || ' transactions, threshold ' || CAST(:reporting_threshold AS STRING) AS explanation
FROM booked
WHERE payment_method = 'CASH'
GROUP BY customer_id, transaction_type
HAVING SUM(amount_base) > :reporting_threshold
