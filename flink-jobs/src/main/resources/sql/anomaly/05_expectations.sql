-- Purpose: what the profiles let one expect of an account, in the units the detectors compare
-- View: expectations
-- Grain: one account
SELECT
  b.account_id,
  b.active_days AS history_days,
  b.transaction_count AS history_bookings,
  log_median(b.log_amount_histogram) AS median_ln,
  log_spread(b.log_amount_histogram) AS spread_ln,
  b.maximum_base,
  b.maximum_day_count,
  CAST(b.transaction_count AS DOUBLE) / b.active_days AS mean_day_count,
  CAST(b.debit_base AS DOUBLE) / b.active_days AS mean_day_debit,
  b.hour_histogram,
  c.countries
FROM baseline AS b
LEFT JOIN (
  SELECT account_id, distinct_list(counterparty_country) AS countries
  FROM known_counterparties
  GROUP BY account_id
) AS c ON b.account_id = c.account_id
