-- Detector: VELOCITY
-- Purpose: bookings beyond the busiest day of the account and beyond what chance allows
-- Rule: Poisson z = (n - mean) / sqrt(mean), n the number of the booking within the day; flagged from the booking that crosses it
-- View: detector_velocity
-- Parameter: minimum_days INT = 10 -- active days the mean needs
-- Parameter: threshold DECIMAL(4,1) = 4.0 -- about one in 30,000 for a Poisson day
-- Parameter: minimum_count BIGINT = 10 -- fewer bookings a day are never a burst
-- Grain: one transaction
SELECT
  transaction_id,
  account_id,
  customer_id,
  amount_base,
  history_days,
  outcome,
  'VELOCITY' AS detector,
  CAST(nth_of_day AS DOUBLE) AS observed,
  mean_day_count AS expected,
  SQRT(mean_day_count) AS spread,
  (nth_of_day - mean_day_count) / SQRT(mean_day_count) AS score,
  CAST(:threshold AS DOUBLE) AS threshold,
  CASE WHEN outcome = 'FLAGGED' THEN 'booking ' || CAST(nth_of_day AS STRING) || ' of the day against a mean of ' || CAST(CAST(mean_day_count AS DECIMAL(18,2)) AS STRING)
    || ' and a busiest day of ' || CAST(CAST(maximum_day_count AS DECIMAL(18,2)) AS STRING) ELSE '' END AS explanation
FROM (
  SELECT
    *,
    CASE
      WHEN history_days < :minimum_days THEN 'INSUFFICIENT_HISTORY'
      WHEN nth_of_day >= :minimum_count AND nth_of_day > 1.5 * maximum_day_count AND (nth_of_day - mean_day_count) / SQRT(mean_day_count) >= CAST(:threshold AS DOUBLE) THEN 'FLAGGED'
      ELSE 'NORMAL'
    END AS outcome
  FROM features
)
