-- Detector: UNUSUAL_HOUR
-- Purpose: payments made at an hour of the day at which the account is not active
-- Rule: share of the history within one hour of the booking hour, around the clock; only of debits the holder orders, as credits and direct debits come when others send them; the score is the threshold share over it, both with one booking added
-- View: detector_hour
-- Parameter: minimum_bookings BIGINT = 50 -- a clock of fewer has gaps by chance
-- Parameter: maximum_share DECIMAL(6,4) = 0.0100 -- expected from an account evenly active: 0.125
-- Parameter: minimum_amount DECIMAL(18,2) = 100 -- smaller ones are not worth a look
-- Grain: one transaction
SELECT
  transaction_id,
  account_id,
  customer_id,
  amount_base,
  history_days,
  outcome,
  'UNUSUAL_HOUR' AS detector,
  CAST(booking_hour AS DOUBLE) AS observed,
  hour_share AS expected,
  CAST(NULL AS DOUBLE) AS spread,
  (CAST(:maximum_share AS DOUBLE) * history_bookings + 1) / (hour_share * history_bookings + 1) AS score,
  CAST(1 AS DOUBLE) AS threshold,
  CASE WHEN outcome = 'FLAGGED' THEN 'booked at ' || CAST(booking_hour AS STRING) || ' h UTC, where ' || CAST(CAST(100 * hour_share AS DECIMAL(18,2)) AS STRING)
    || ' % of ' || CAST(history_bookings AS STRING) || ' bookings were within an hour' ELSE '' END AS explanation
FROM (
  SELECT
    *,
    CASE
      WHEN history_bookings < :minimum_bookings THEN 'INSUFFICIENT_HISTORY'
      WHEN transaction_type = 'DEBIT' AND payment_method NOT IN ('DIRECT_DEBIT', 'FEE') AND amount_base >= :minimum_amount
        AND hour_share <= CAST(:maximum_share AS DOUBLE) THEN 'FLAGGED'
      ELSE 'NORMAL'
    END AS outcome
  FROM features
)
