-- Purpose: the account days before tonight: those the nights published, or on the first night the opening days
-- View: known_days
-- Grain: one account and day
SELECT
  account_id, customer_id, activity_date, transaction_count, debit_base, credit_base, maximum_base,
  log_amount_histogram, hour_histogram
FROM account_activity_history
WHERE previous_profile() <> ''
UNION ALL
SELECT
  account_id, customer_id, activity_date, transaction_count, debit_base, credit_base, maximum_base,
  log_amount_histogram, hour_histogram
FROM opening_days
