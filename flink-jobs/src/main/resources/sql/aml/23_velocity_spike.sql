-- Scenario: AML-13 velocity spike
-- Purpose: an account that moves many times what it used to move on a day
-- Rule: Tazama rules 020 and 048: turnover against the account history; expectation from days before tonight only
-- Examines: everything
-- Inserts: aml_alerts
-- Parameter: minimum_ratio DECIMAL(6,2) = 10 -- tonight over the mean active day
-- Parameter: minimum_total DECIMAL(18,2) = 10000 -- tonight
-- Parameter: minimum_days INT = 8 -- active days the mean needs
-- Grain: one account
WITH tonight AS (
  SELECT
    account_id,
    COUNT(*) AS events,
    SUM(amount_base) AS turnover,
    MIN(booking_time) AS window_start,
    MAX(booking_time) AS window_end
  FROM booked
  GROUP BY account_id
  HAVING SUM(amount_base) >= :minimum_total
), spikes AS (
  SELECT
    t.account_id,
    t.events,
    t.turnover,
    t.window_start,
    t.window_end,
    CAST((p.debit_base + p.credit_base - t.turnover) / (p.active_days - 1) AS DECIMAL(18,2)) AS mean_turnover
  FROM tonight AS t
  JOIN account_profiles AS p ON t.account_id = p.account_id
  WHERE p.active_days > :minimum_days
)
SELECT
  'AML-13:' || s.account_id || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-13' AS scenario_id,
  'ACCOUNT' AS subject_type,
  s.account_id AS subject_id,
  MIN(d.booking_time) AS window_start,
  MAX(d.booking_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(d.amount_base) AS amount_base,
  CAST(MAX(s.turnover) AS DOUBLE) / CAST(MAX(s.mean_turnover) AS DOUBLE) / CAST(:minimum_ratio AS DOUBLE) AS score,
  evidence(d.booking_time, d.transaction_id) AS evidence,
  'turnover ' || CAST(MAX(s.turnover) AS STRING) || ' against a mean active day of ' || CAST(MAX(s.mean_turnover) AS STRING)
    || ', at least ' || CAST(:minimum_ratio AS STRING) || ' times' AS explanation
FROM spikes AS s
JOIN booked AS d ON s.account_id = d.account_id
WHERE s.mean_turnover > 0 AND s.turnover >= :minimum_ratio * s.mean_turnover
GROUP BY s.account_id
