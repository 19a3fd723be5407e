-- Purpose: landed rows with their place among those of the same identifier
-- Rule: the connector tells no row number, so what the night looks up by file and row is ranked anew, for repeated rows only
-- View: numbered
SELECT
  transaction_id, account_id, customer_id, transaction_type, amount, currency, booking_time, value_date, channel, payment_method,
  merchant_category, country, counterparty_account, counterparty_bank, counterparty_country, description, reference, device_id,
  ip_address, branch_code, payment_message, source_file,
  repeats, CAST(1 AS BIGINT) AS occurrence
FROM landed
WHERE repeats IS NULL
UNION ALL
SELECT
  transaction_id, account_id, customer_id, transaction_type, amount, currency, booking_time, value_date, channel, payment_method,
  merchant_category, country, counterparty_account, counterparty_bank, counterparty_country, description, reference, device_id,
  ip_address, branch_code, payment_message, source_file,
  repeats,
  ROW_NUMBER() OVER (
    PARTITION BY transaction_id
    ORDER BY booking_time, amount, account_id, currency, transaction_type, counterparty_account, source_file) AS occurrence
FROM landed
WHERE repeats IS NOT NULL
