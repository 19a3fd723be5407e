-- Purpose: what the scenarios look at of tonight's transactions
-- View: booked
-- Shared: every scenario reads it
-- Grain: one transaction
SELECT
  transaction_id,
  account_id,
  customer_id,
  transaction_type,
  currency,
  amount,
  amount_base,
  booking_time,
  payment_method,
  COALESCE(counterparty_account, '-') AS counterparty_account,
  COALESCE(counterparty_bank, '-') AS counterparty_bank,
  COALESCE(counterparty_country, country, '-') AS counterparty_country,
  COALESCE(branch_code, '-') AS branch_code,
  pep,
  account_status
FROM enriched_transactions
