-- Scenario: AML-12 watch-list hit
-- Purpose: a payment to or from a listed account or bank
-- Rule: Council Regulation (EC) 2580/2001 article 2 and its kin: no funds to listed parties, whatever the amount
-- Examines: everything
-- Inserts: aml_alerts
-- Grain: one customer and listed value
WITH hits AS (
  SELECT d.customer_id, d.transaction_id, d.booking_time, d.amount_base, l.entry_type, l.entry_value, l.list_name
  FROM booked AS d
  JOIN listed AS l ON l.entry_type = 'ACCOUNT' AND d.counterparty_account = l.entry_value
  UNION ALL
  SELECT d.customer_id, d.transaction_id, d.booking_time, d.amount_base, l.entry_type, l.entry_value, l.list_name
  FROM booked AS d
  JOIN listed AS l ON l.entry_type = 'BANK' AND d.counterparty_bank = l.entry_value
)
SELECT
  'AML-12:' || customer_id || ':' || entry_value || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-12' AS scenario_id,
  'CUSTOMER' AS subject_type,
  customer_id AS subject_id,
  MIN(booking_time) AS window_start,
  MAX(booking_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(amount_base) AS amount_base,
  CAST(COUNT(*) AS DOUBLE) AS score,
  evidence(booking_time, transaction_id) AS evidence,
  CAST(COUNT(*) AS STRING) || ' payments, ' || CAST(SUM(amount_base) AS STRING) || ', with ' || LOWER(entry_type) || ' '
    || entry_value || ', listed as ' || MIN(list_name) AS explanation
FROM hits
GROUP BY customer_id, entry_type, entry_value
