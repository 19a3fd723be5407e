-- Scenario: AML-09 dormant account reactivated
-- Purpose: an old account without a booking in 90 days that moves a notable amount
-- Rule: FFIEC BSA/AML manual, appendix F: a dormant account that suddenly receives or sends funds
-- Examines: everything
-- Inserts: aml_alerts
-- Parameter: minimum_total DECIMAL(18,2) = 2000 -- tonight
-- Parameter: minimum_age_days INT = 180 -- a new account has no past to be silent in
-- Grain: one account
SELECT
  'AML-09:' || d.account_id || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-09' AS scenario_id,
  'ACCOUNT' AS subject_type,
  d.account_id AS subject_id,
  MIN(d.booking_time) AS window_start,
  MAX(d.booking_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(d.amount_base) AS amount_base,
  CAST(SUM(d.amount_base) AS DOUBLE) / CAST(:minimum_total AS DOUBLE) AS score,
  evidence(d.booking_time, d.transaction_id) AS evidence,
  'no booking in 90 days, then ' || CAST(SUM(d.amount_base) AS STRING) || ' in ' || CAST(COUNT(*) AS STRING)
    || ' bookings, at least ' || CAST(:minimum_total AS STRING) AS explanation
FROM booked AS d
JOIN account_profiles AS p ON d.account_id = p.account_id
JOIN own_accounts AS o ON d.account_id = o.account_id
WHERE p.first_active = business_date()
  AND TIMESTAMPDIFF(DAY, o.opened_on, business_date()) >= :minimum_age_days
GROUP BY d.account_id
HAVING SUM(d.amount_base) >= :minimum_total
