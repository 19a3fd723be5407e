-- Scenario: AML-10 round amounts
-- Purpose: several payments of whole thousands on one account
-- Rule: FFIEC BSA/AML manual, appendix F: large round-dollar transfers
-- Examines: TRANSFER, WIRE, CASH, CHEQUE
-- Inserts: aml_alerts
-- Parameter: unit DECIMAL(18,2) = 1000 -- what counts as round, in the currency of the payment
-- Parameter: minimum_payments BIGINT = 4 -- one day
-- Parameter: minimum_total DECIMAL(18,2) = 10000 -- their sum
-- Grain: one account
SELECT
  'AML-10:' || account_id || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-10' AS scenario_id,
  'ACCOUNT' AS subject_type,
  account_id AS subject_id,
  MIN(booking_time) AS window_start,
  MAX(booking_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(amount_base) AS amount_base,
  CAST(COUNT(*) AS DOUBLE) / CAST(:minimum_payments AS DOUBLE) AS score,
  evidence(booking_time, transaction_id) AS evidence,
  CAST(COUNT(*) AS STRING) || ' payments of whole multiples of ' || CAST(:unit AS STRING) || ', together '
    || CAST(SUM(amount_base) AS STRING) || ', at least ' || CAST(:minimum_payments AS STRING) AS explanation
FROM booked
WHERE payment_method IN ('TRANSFER', 'WIRE', 'CASH', 'CHEQUE') AND MOD(amount, :unit) = 0
GROUP BY account_id
HAVING COUNT(*) >= :minimum_payments AND SUM(amount_base) >= :minimum_total
