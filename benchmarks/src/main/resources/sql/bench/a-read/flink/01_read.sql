-- Purpose: every column of the landed transactions decoded and counted, nothing else
-- Inserts: counts
SELECT
  COUNT(transaction_id) AS transaction_id,
  COUNT(account_id) AS account_id,
  COUNT(customer_id) AS customer_id,
  COUNT(transaction_type) AS transaction_type,
  COUNT(amount) AS amount,
  COUNT(currency) AS currency,
  COUNT(booking_time) AS booking_time,
  COUNT(value_date) AS value_date,
  COUNT(channel) AS channel,
  COUNT(payment_method) AS payment_method,
  COUNT(merchant_category) AS merchant_category,
  COUNT(country) AS country,
  COUNT(counterparty_account) AS counterparty_account,
  COUNT(counterparty_bank) AS counterparty_bank,
  COUNT(counterparty_country) AS counterparty_country,
  COUNT(description) AS description,
  COUNT(reference) AS reference,
  COUNT(device_id) AS device_id,
  COUNT(ip_address) AS ip_address,
  COUNT(branch_code) AS branch_code,
  COUNT(payment_message) AS payment_message
FROM transactions
