-- Scenario: AML-08 cycle
-- Purpose: money that comes back to the account it left, over two to four others
-- Rule: AMLSim pattern cycle: three to five payments in order of time, each almost the one before; hubs left out
-- Examines: TRANSFER, WIRE
-- Inserts: aml_alerts
-- Parameter: kept_share DECIMAL(4,2) = 0.75 -- a middleman keeps a margin; less passed on is another payment
-- Grain: one account the money returns to
WITH cycles AS (
  SELECT
    t.origin, 3 AS hops, t.first_time, c.booking_time AS last_time, c.amount_base AS returned,
    ARRAY[t.first_id, t.second_id, c.transaction_id] AS ids
  FROM two_hops AS t
  JOIN quiet_payments AS c ON t.sink = c.payer AND t.origin = c.payee
  WHERE c.booking_time > t.second_time
    AND c.amount_base <= t.second_amount
    AND c.amount_base >= :kept_share * t.second_amount
  UNION ALL
  SELECT
    t.origin, 4 AS hops, t.first_time, u.second_time AS last_time, u.second_amount AS returned,
    ARRAY[t.first_id, t.second_id, u.first_id, u.second_id] AS ids
  FROM two_hops AS t
  JOIN two_hops AS u ON t.sink = u.origin AND t.origin = u.sink
  WHERE u.first_time > t.second_time
    AND u.middle <> t.middle
    AND u.first_amount <= t.second_amount
    AND u.first_amount >= :kept_share * t.second_amount
  UNION ALL
  SELECT
    t.origin, 5 AS hops, t.first_time, u.second_time AS last_time, u.second_amount AS returned,
    ARRAY[t.first_id, t.second_id, p.transaction_id, u.first_id, u.second_id] AS ids
  FROM two_hops AS t
  JOIN quiet_payments AS p ON t.sink = p.payer
  JOIN two_hops AS u ON p.payee = u.origin AND t.origin = u.sink
  WHERE p.booking_time > t.second_time
    AND u.first_time > p.booking_time
    AND p.amount_base <= t.second_amount
    AND p.amount_base >= :kept_share * t.second_amount
    AND u.first_amount <= p.amount_base
    AND u.first_amount >= :kept_share * p.amount_base
    AND p.payee <> t.origin AND p.payee <> t.middle AND u.middle <> t.middle AND u.middle <> t.sink
), members AS (
  SELECT
    c.origin, i.id,
    MIN(c.first_time) AS first_time, MAX(c.last_time) AS last_time, MAX(c.hops) AS hops, MAX(c.returned) AS returned
  FROM cycles AS c
  CROSS JOIN UNNEST(c.ids) AS i (id)
  GROUP BY c.origin, i.id
)
SELECT
  'AML-08:' || origin || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-08' AS scenario_id,
  'ACCOUNT' AS subject_type,
  origin AS subject_id,
  MIN(first_time) AS window_start,
  MAX(last_time) AS window_end,
  COUNT(*) AS event_count,
  MAX(returned) AS amount_base,
  CAST(MAX(hops) AS DOUBLE) / 3 AS score,
  evidence(first_time, id) AS evidence,
  'payments in a circle of ' || CAST(MAX(hops) AS STRING) || ' brought back at most ' || CAST(MAX(returned) AS STRING)
    || ', each payment at least ' || CAST(:kept_share AS STRING) || ' of the one before' AS explanation
FROM members
GROUP BY origin
