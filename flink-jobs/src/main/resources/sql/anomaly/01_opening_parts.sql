-- Purpose: the opening days in the shape of the profiles they add up to
-- View: opening_parts
-- Rule: days of one account that follow each other in a file may come as one row, their sum: a part adds like a day
-- Grain: one account and some of its days
SELECT
  account_id,
  customer_id,
  1 AS active_days,
  activity_date AS first_active,
  activity_date AS last_active,
  transaction_count,
  transaction_count AS maximum_day_count,
  debit_base,
  credit_base,
  maximum_base,
  log_amount_histogram,
  hour_histogram
FROM opening_days
