-- Scenario: AML-03 smurfing
-- Purpose: cash of one customer paid in over several branches or accounts in parts below the reporting threshold
-- Rule: FFIEC BSA/AML manual, appendix F: deposits structured through several branches, or by groups entering one
-- Examines: CASH CREDIT
-- Inserts: aml_alerts
-- Parameter: reporting_threshold DECIMAL(18,2) = 10000 -- 31 CFR 1010.311, taken in the base currency
-- Parameter: minimum_places BIGINT = 3 -- pairs of branch and account on one day
-- Grain: one customer
WITH deposits AS (
  SELECT
    customer_id,
    branch_code,
    account_id,
    SUM(amount_base) AS total,
    MAX(amount_base) AS largest
  FROM booked
  WHERE payment_method = 'CASH' AND transaction_type = 'CREDIT'
  GROUP BY customer_id, branch_code, account_id
), smurfed AS (
  SELECT customer_id, COUNT(*) AS places
  FROM deposits
  GROUP BY customer_id
  HAVING COUNT(*) >= :minimum_places AND SUM(total) > :reporting_threshold AND MAX(largest) < :reporting_threshold
)
SELECT
  'AML-03:' || b.customer_id || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-03' AS scenario_id,
  'CUSTOMER' AS subject_type,
  b.customer_id AS subject_id,
  MIN(b.booking_time) AS window_start,
  MAX(b.booking_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(b.amount_base) AS amount_base,
  CAST(s.places AS DOUBLE) / CAST(:minimum_places AS DOUBLE) AS score,
  evidence(b.booking_time, b.transaction_id) AS evidence,
  'cash in of ' || CAST(SUM(b.amount_base) AS STRING) || ' in parts below ' || CAST(:reporting_threshold AS STRING)
    || ' over ' || CAST(s.places AS STRING) || ' branches or accounts, at least ' || CAST(:minimum_places AS STRING)
    AS explanation
FROM booked AS b
JOIN smurfed AS s ON b.customer_id = s.customer_id
WHERE b.payment_method = 'CASH' AND b.transaction_type = 'CREDIT'
GROUP BY b.customer_id, s.places
