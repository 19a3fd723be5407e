-- Detector: AMOUNT_ROBUST_Z
-- Purpose: amounts far above what the account books, by its own spread
-- Rule: robust z = (ln amount - median) / (1.4826 MAD), Iglewicz and Hoaglin (1993); MAD at least one histogram class
-- View: detector_robust_z
-- Parameter: minimum_bookings BIGINT = 20 -- a median of fewer says little
-- Parameter: threshold DECIMAL(4,1) = 5.0 -- 3.5 is usual for one normal sample; amounts of an account are a mixture with a heavier tail
-- Parameter: minimum_amount DECIMAL(18,2) = 250 -- smaller ones are not worth a look
-- Grain: one transaction
SELECT
  transaction_id,
  account_id,
  customer_id,
  amount_base,
  history_days,
  outcome,
  'AMOUNT_ROBUST_Z' AS detector,
  LN(CAST(amount_base AS DOUBLE)) AS observed,
  median_ln AS expected,
  spread_ln AS spread,
  (LN(CAST(amount_base AS DOUBLE)) - median_ln) / spread_ln AS score,
  CAST(:threshold AS DOUBLE) AS threshold,
  CASE WHEN outcome = 'FLAGGED' THEN 'ln ' || CAST(amount_base AS STRING) || ' is ' || CAST(CAST((LN(CAST(amount_base AS DOUBLE)) - median_ln) / spread_ln AS DECIMAL(18,2)) AS STRING)
    || ' spreads above the median of ' || CAST(CAST(EXP(median_ln) AS DECIMAL(18,2)) AS STRING) ELSE '' END AS explanation
FROM (
  SELECT
    *,
    CASE
      WHEN history_bookings < :minimum_bookings THEN 'INSUFFICIENT_HISTORY'
      WHEN amount_base >= :minimum_amount AND (LN(CAST(amount_base AS DOUBLE)) - median_ln) / spread_ln >= CAST(:threshold AS DOUBLE) THEN 'FLAGGED'
      ELSE 'NORMAL'
    END AS outcome
  FROM features
)
