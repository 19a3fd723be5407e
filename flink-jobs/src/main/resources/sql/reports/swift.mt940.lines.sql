-- Purpose: every booking of the day on those accounts; texts in SWIFT's own character set, what it lacks becomes a space
-- View: mt940_lines
-- Report: swift.mt940
-- Group: lines
-- Rule: SWIFT FIN MT 940 field 61: N and the business kind; NONREF where the customer gave no reference
-- Grain: one booking
SELECT
  t.transaction_id AS line_number,
  CASE WHEN t.transaction_type = 'CREDIT' THEN t.amount ELSE -t.amount END AS signed_amount,
  COALESCE(t.value_date, business_date()) AS value_date,
  business_date() AS entry_date,
  CASE WHEN t.transaction_type = 'CREDIT' THEN 'C' ELSE 'D' END AS mark,
  t.amount,
  CASE t.payment_method
    WHEN 'TRANSFER' THEN 'NTRF'
    WHEN 'WIRE' THEN 'NTRF'
    WHEN 'CHEQUE' THEN 'NCHK'
    WHEN 'DIRECT_DEBIT' THEN 'NDDT'
    WHEN 'FEE' THEN 'NCHG'
    ELSE 'NMSC'
  END AS type_code,
  COALESCE(
    NULLIF(TRIM(SUBSTRING(REGEXP_REPLACE(t.reference, '[^A-Za-z0-9/?:().,''+ -]', ' '), 1, 16)), ''),
    'NONREF') AS owner_reference,
  RIGHT(REPLACE(t.transaction_id, '-', ''), 16) AS institution_reference,
  NULLIF(TRIM(SUBSTRING(REGEXP_REPLACE(t.description, '[^A-Za-z0-9/?:().,''+ -]', ' '), 1, 65)), '') AS information,
  RIGHT(t.account_id, 10) || DATE_FORMAT(CAST(business_date() AS TIMESTAMP(3)), 'yyMMdd') AS statement_reference
FROM enriched_transactions AS t
JOIN statement_accounts AS a ON t.account_id = a.account_id
