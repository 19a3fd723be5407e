-- Purpose: the profile every account had before tonight
-- View: baseline
-- Shared: the features and tonight's profiles start from it
-- Rule: the last published profile; on the first night the sum of the opening days
-- Grain: one account
SELECT
  account_id, customer_id, active_days, first_active, last_active, transaction_count, maximum_day_count,
  debit_base, credit_base, maximum_base, log_amount_histogram, hour_histogram
FROM account_profiles_history
WHERE processing_date = previous_profile()
UNION ALL
SELECT
  account_id,
  MAX(customer_id) AS customer_id,
  CAST(SUM(active_days) AS INT) AS active_days,
  MIN(first_active) AS first_active,
  MAX(last_active) AS last_active,
  SUM(transaction_count) AS transaction_count,
  MAX(maximum_day_count) AS maximum_day_count,
  CAST(SUM(debit_base) AS DECIMAL(18,2)) AS debit_base,
  CAST(SUM(credit_base) AS DECIMAL(18,2)) AS credit_base,
  MAX(maximum_base) AS maximum_base,
  sum_histogram(log_amount_histogram, 1) AS log_amount_histogram,
  sum_histogram(hour_histogram, 1) AS hour_histogram
FROM opening_parts
GROUP BY account_id
