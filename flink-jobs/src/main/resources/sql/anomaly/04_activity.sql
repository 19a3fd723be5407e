-- Purpose: what every account did tonight
-- View: activity
-- Shared: published as the account's day and added to its profile
-- Grain: one account
SELECT
  account_id,
  MAX(customer_id) AS customer_id,
  business_date() AS activity_date,
  COUNT(*) AS transaction_count,
  CAST(SUM(CASE WHEN transaction_type = 'DEBIT' THEN amount_base ELSE 0 END) AS DECIMAL(18,2)) AS debit_base,
  CAST(SUM(CASE WHEN transaction_type = 'CREDIT' THEN amount_base ELSE 0 END) AS DECIMAL(18,2)) AS credit_base,
  SUM(CASE WHEN payment_method = 'CASH' AND transaction_type = 'CREDIT' THEN 1 ELSE 0 END) AS cash_in_count,
  CAST(SUM(CASE WHEN payment_method = 'CASH' AND transaction_type = 'CREDIT' THEN amount_base ELSE 0 END)
    AS DECIMAL(18,2)) AS cash_in_base,
  MAX(amount_base) AS maximum_base,
  amount_histogram(amount_base) AS log_amount_histogram,
  hour_histogram(booking_time) AS hour_histogram
FROM booked
GROUP BY account_id
