-- Purpose: what the detectors look at of tonight's transactions
-- View: booked
-- Shared: scanned once for the features and for the day's activity
-- Grain: one transaction
SELECT
  transaction_id,
  account_id,
  customer_id,
  transaction_type,
  amount_base,
  booking_time,
  payment_method,
  COALESCE(counterparty_account, '-') AS counterparty_account,
  COALESCE(counterparty_country, country, '-') AS other_country,
  customer_country
FROM enriched_transactions
