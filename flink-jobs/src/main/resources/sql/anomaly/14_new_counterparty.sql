-- Detector: NEW_COUNTERPARTY_LARGE
-- Purpose: a large debit to somebody the account has not dealt with in 90 days
-- Rule: amount / median amount, where the counterparty is not among the known ones
-- View: detector_new_counterparty
-- Parameter: minimum_bookings BIGINT = 20 -- an account without a past knows nobody
-- Parameter: threshold DECIMAL(4,1) = 10.0 -- times the median amount
-- Parameter: minimum_amount DECIMAL(18,2) = 2500 -- smaller ones are not worth a look
-- Grain: one transaction
SELECT
  transaction_id,
  account_id,
  customer_id,
  amount_base,
  history_days,
  outcome,
  'NEW_COUNTERPARTY_LARGE' AS detector,
  CAST(amount_base AS DOUBLE) AS observed,
  EXP(median_ln) AS expected,
  CAST(NULL AS DOUBLE) AS spread,
  CAST(amount_base AS DOUBLE) / EXP(median_ln) AS score,
  CAST(:threshold AS DOUBLE) AS threshold,
  CASE WHEN outcome = 'FLAGGED' THEN CAST(amount_base AS STRING) || ' to a counterparty not seen in 90 days is ' || CAST(CAST(CAST(amount_base AS DOUBLE) / EXP(median_ln) AS DECIMAL(18,2)) AS STRING)
    || ' times the median of ' || CAST(CAST(EXP(median_ln) AS DECIMAL(18,2)) AS STRING) ELSE '' END AS explanation
FROM (
  SELECT
    *,
    CASE
      WHEN history_bookings < :minimum_bookings THEN 'INSUFFICIENT_HISTORY'
      WHEN transaction_type = 'DEBIT' AND counterparty_account <> '-' AND NOT known_counterparty AND amount_base >= :minimum_amount
        AND CAST(amount_base AS DOUBLE) / EXP(median_ln) >= CAST(:threshold AS DOUBLE) THEN 'FLAGGED'
      ELSE 'NORMAL'
    END AS outcome
  FROM features
)
