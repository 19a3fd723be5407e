-- Purpose: cash in and cash out
-- View: ctr_details
-- Report: fincen.ctr
-- Group: details
-- Rule: FinCEN XML user guide for form 112: 55 deposits, 56 withdrawals; the currency is foreign, so its country is named
-- Grain: one direction
SELECT
  '1' AS detail_number, s.cash_in AS detail_transaction_amount, '55' AS currency_transaction_activity_detail_type_code,
  'deposit' AS other_currency_transaction_activity_detail, institution_country() AS other_foreign_currency_country, s.activity_id
FROM cash_days s
JOIN current_customers c ON s.customer_id = c.customer_id
WHERE s.cash_in IS NOT NULL
UNION ALL
SELECT '2', s.cash_out, '56', 'withdrawal', institution_country(), s.activity_id
FROM cash_days s
JOIN current_customers c ON s.customer_id = c.customer_id
WHERE s.cash_out IS NOT NULL
