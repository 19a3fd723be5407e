-- Scenario: AML-06 fan-out
-- Purpose: an account paying many receivers it did not know
-- Rule: AMLSim pattern fan_out; counted over new counterparties only, as the plain degree tells nothing
-- Examines: TRANSFER DEBIT, WIRE DEBIT
-- Inserts: aml_alerts
-- Parameter: minimum_new BIGINT = 6 -- new counterparties on one day
-- Parameter: minimum_total DECIMAL(18,2) = 5000 -- 12 CFR 21.11: known-suspect reporting begins here
-- Grain: one account
WITH met AS (
  SELECT d.transaction_id, d.account_id, d.counterparty_account, d.amount_base, d.booking_time
  FROM booked AS d
  JOIN new_counterparties AS n
    ON d.account_id = n.account_id AND d.counterparty_account = n.counterparty_account
  WHERE d.transaction_type = 'DEBIT' AND d.payment_method IN ('TRANSFER', 'WIRE')
), hubs AS (
  SELECT account_id, COUNT(DISTINCT counterparty_account) AS partners
  FROM met
  GROUP BY account_id
  HAVING COUNT(DISTINCT counterparty_account) >= :minimum_new AND SUM(amount_base) >= :minimum_total
)
SELECT
  'AML-06:' || m.account_id || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-06' AS scenario_id,
  'ACCOUNT' AS subject_type,
  m.account_id AS subject_id,
  MIN(m.booking_time) AS window_start,
  MAX(m.booking_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(m.amount_base) AS amount_base,
  CAST(h.partners AS DOUBLE) / CAST(:minimum_new AS DOUBLE) AS score,
  evidence(m.booking_time, m.transaction_id) AS evidence,
  CAST(h.partners AS STRING) || ' receivers not seen in 90 days, together ' || CAST(SUM(m.amount_base) AS STRING)
    || ', at least ' || CAST(:minimum_new AS STRING) || ' and ' || CAST(:minimum_total AS STRING) AS explanation
FROM met AS m
JOIN hubs AS h ON m.account_id = h.account_id
GROUP BY m.account_id, h.partners
