-- Purpose: the account days landed as opening, on the first night
-- View: opening_days
-- Shared: summed into the profiles, published, and looked up when one leaves the window
-- Grain: one account and day
SELECT
  account_id, customer_id, activity_date, transaction_count, debit_base, credit_base, cash_in_count, cash_in_base,
  maximum_base, log_amount_histogram, hour_histogram
FROM opening_activity
WHERE previous_profile() = ''
  AND activity_date < business_date()
  AND activity_date >= business_date() - INTERVAL '90' DAY
