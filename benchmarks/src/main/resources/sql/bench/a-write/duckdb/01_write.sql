-- Purpose: the landed transactions written again as they are
-- Inserts: transactions_copy
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
  '${date}' AS processing_date
FROM transactions
