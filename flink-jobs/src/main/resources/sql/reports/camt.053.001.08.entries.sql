-- Purpose: the day's bookings of the accounts with a statement
-- View: camt_053_entries
-- Report: camt.053.001.08
-- Group: entries
-- Rule: ISO 20022 external code set for bank transactions: payments, received or issued credit transfers
-- Grain: one booking
SELECT
  t.transaction_id AS entry_number,
  CASE WHEN t.transaction_type = 'CREDIT' THEN t.amount ELSE -t.amount END AS signed_amount,
  CAST(NULL AS STRING) AS entry_reference,
  t.currency AS amount_currency,
  t.amount,
  CASE WHEN t.transaction_type = 'CREDIT' THEN 'CRDT' ELSE 'DBIT' END AS credit_debit_indicator,
  FALSE AS rvsl_indicator,
  'BOOK' AS status_code,
  CAST(t.booking_time AS DATE) AS booking_date,
  t.value_date,
  SUBSTRING(t.transaction_id, 1, 35) AS account_servicer_reference,
  'PMNT' AS domain_code,
  CASE WHEN t.transaction_type = 'CREDIT' THEN 'RCDT' ELSE 'ICDT' END AS fmly_code,
  'OTHR' AS sub_fmly_code,
  t.account_id || '-' || processing_date() AS statement_id
FROM enriched_transactions t
JOIN statement_accounts a ON t.account_id = a.account_id
