-- Purpose: the account days of tonight; on the first night the opening days too, so that they can leave the window later
-- Inserts: account_activity
-- Grain: one account and day
SELECT
  account_id, customer_id, activity_date, transaction_count, debit_base, credit_base, cash_in_count, cash_in_base,
  maximum_base, log_amount_histogram, hour_histogram
FROM activity
UNION ALL
SELECT
  account_id, customer_id, activity_date, transaction_count, debit_base, credit_base, cash_in_count, cash_in_base,
  maximum_base, log_amount_histogram, hour_histogram
FROM opening_days
