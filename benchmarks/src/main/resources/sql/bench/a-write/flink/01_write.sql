-- Purpose: the landed transactions written again as they are, to the table of the contract that has their columns
-- Inserts: rejected_transactions
SELECT
  transaction_id,
  account_id,
  customer_id,
  transaction_type,
  amount,
  currency,
  booking_time,
  value_date,
  channel,
  payment_method,
  merchant_category,
  country,
  counterparty_account,
  counterparty_bank,
  counterparty_country,
  description,
  reference,
  device_id,
  ip_address,
  branch_code,
  payment_message,
  source_file,
  CAST(ARRAY['-'] AS ARRAY<STRING>) AS failed_rules,
  'NONE' AS severity,
  '${date}' AS processing_date
FROM transactions
