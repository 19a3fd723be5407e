-- Scenario: AML-14 politically exposed person
-- Purpose: large transfers of a politically exposed person
-- Rule: FATF recommendation 12: enhanced monitoring of the business relation
-- Examines: TRANSFER, WIRE
-- Inserts: aml_alerts
-- Parameter: minimum_total DECIMAL(18,2) = 25000 -- transfers and wires of the day
-- Grain: one customer
SELECT
  'AML-14:' || customer_id || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-14' AS scenario_id,
  'CUSTOMER' AS subject_type,
  customer_id AS subject_id,
  MIN(booking_time) AS window_start,
  MAX(booking_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(amount_base) AS amount_base,
  CAST(SUM(amount_base) AS DOUBLE) / CAST(:minimum_total AS DOUBLE) AS score,
  evidence(booking_time, transaction_id) AS evidence,
  'transfers of ' || CAST(SUM(amount_base) AS STRING) || ' by a politically exposed person, at least '
    || CAST(:minimum_total AS STRING) AS explanation
FROM booked
WHERE pep AND payment_method IN ('TRANSFER', 'WIRE')
GROUP BY customer_id
HAVING SUM(amount_base) >= :minimum_total
