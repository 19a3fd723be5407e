-- Scenario: AML-11 high-risk geography
-- Purpose: money to or from a country on a watch-list
-- Rule: FATF recommendation 19: enhanced scrutiny of higher-risk countries
-- Examines: TRANSFER, WIRE, CHEQUE
-- Inserts: aml_alerts
-- Parameter: minimum_total DECIMAL(18,2) = 1000 -- occasional-transaction threshold of FATF recommendation 16 for wires
-- Grain: one customer and country
SELECT
  'AML-11:' || d.customer_id || ':' || d.counterparty_country || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-11' AS scenario_id,
  'CUSTOMER' AS subject_type,
  d.customer_id AS subject_id,
  MIN(d.booking_time) AS window_start,
  MAX(d.booking_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(d.amount_base) AS amount_base,
  CAST(SUM(d.amount_base) AS DOUBLE) / CAST(:minimum_total AS DOUBLE) AS score,
  evidence(d.booking_time, d.transaction_id) AS evidence,
  CAST(SUM(d.amount_base) AS STRING) || ' to or from ' || d.counterparty_country || ', listed as ' || MIN(l.list_name)
    || ', at least ' || CAST(:minimum_total AS STRING) AS explanation
FROM booked AS d
JOIN listed AS l ON l.entry_type = 'COUNTRY' AND d.counterparty_country = l.entry_value
WHERE d.payment_method IN ('TRANSFER', 'WIRE', 'CHEQUE')
GROUP BY d.customer_id, d.counterparty_country
HAVING SUM(d.amount_base) >= :minimum_total
