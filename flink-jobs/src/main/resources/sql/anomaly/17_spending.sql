-- Detector: DAY_SPENDING
-- Purpose: debits of the day that add up to many times what the account spends on an active day
-- Rule: running sum of the debits / mean debits of an active day; flagged from the debit that crosses it
-- View: detector_spending
-- Parameter: minimum_days INT = 10 -- active days the mean needs
-- Parameter: threshold DECIMAL(5,1) = 10.0 -- times the mean
-- Parameter: minimum_amount DECIMAL(18,2) = 5000 -- smaller sums are not worth a look
-- Grain: one transaction
SELECT
  transaction_id,
  account_id,
  customer_id,
  amount_base,
  history_days,
  outcome,
  'DAY_SPENDING' AS detector,
  CAST(running_debit AS DOUBLE) AS observed,
  mean_day_debit AS expected,
  CAST(NULL AS DOUBLE) AS spread,
  CAST(running_debit AS DOUBLE) / mean_day_debit AS score,
  CAST(:threshold AS DOUBLE) AS threshold,
  CASE WHEN outcome = 'FLAGGED' THEN 'debits of ' || CAST(running_debit AS STRING) || ' so far are ' || CAST(CAST(CAST(running_debit AS DOUBLE) / mean_day_debit AS DECIMAL(18,2)) AS STRING)
    || ' times the mean of ' || CAST(CAST(mean_day_debit AS DECIMAL(18,2)) AS STRING) ELSE '' END AS explanation
FROM (
  SELECT
    *,
    CASE
      WHEN history_days < :minimum_days OR mean_day_debit = 0 THEN 'INSUFFICIENT_HISTORY'
      WHEN transaction_type = 'DEBIT' AND running_debit >= :minimum_amount AND CAST(running_debit AS DOUBLE) / mean_day_debit >= CAST(:threshold AS DOUBLE) THEN 'FLAGGED'
      ELSE 'NORMAL'
    END AS outcome
  FROM features
)
