-- Detector: AMOUNT_OVER_LARGEST
-- Purpose: amounts well beyond the largest the account booked in 90 days
-- Rule: amount / largest amount of the history; a rule beside the statistic, for accounts whose amounts scatter widely
-- View: detector_largest
-- Parameter: minimum_bookings BIGINT = 20 -- the largest of fewer is soon beaten
-- Parameter: threshold DECIMAL(4,1) = 3.0 -- times the largest
-- Parameter: minimum_amount DECIMAL(18,2) = 1000 -- smaller ones are not worth a look
-- Grain: one transaction
SELECT
  transaction_id,
  account_id,
  customer_id,
  amount_base,
  history_days,
  outcome,
  'AMOUNT_OVER_LARGEST' AS detector,
  CAST(amount_base AS DOUBLE) AS observed,
  maximum_base AS expected,
  CAST(NULL AS DOUBLE) AS spread,
  CAST(amount_base AS DOUBLE) / maximum_base AS score,
  CAST(:threshold AS DOUBLE) AS threshold,
  CASE WHEN outcome = 'FLAGGED' THEN CAST(amount_base AS STRING) || ' is ' || CAST(CAST(CAST(amount_base AS DOUBLE) / maximum_base AS DECIMAL(18,2)) AS STRING)
    || ' times the largest amount of the history, ' || CAST(CAST(maximum_base AS DECIMAL(18,2)) AS STRING) ELSE '' END AS explanation
FROM (
  SELECT
    *,
    CASE
      WHEN history_bookings < :minimum_bookings THEN 'INSUFFICIENT_HISTORY'
      WHEN amount_base >= :minimum_amount AND CAST(amount_base AS DOUBLE) / maximum_base >= CAST(:threshold AS DOUBLE) THEN 'FLAGGED'
      ELSE 'NORMAL'
    END AS outcome
  FROM features
)
