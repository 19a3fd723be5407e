-- Purpose: the buyer of every execution
-- View: auth_016_buyers
-- Report: auth.016.001.03
-- Group: buyers
-- Grain: one buyer
SELECT
  '1' AS buyer_number, lei, first_name, person_name, birth_date, other_id, scheme_name_code,
  CAST(NULL AS STRING) AS other_issuer, country_of_branch, REPLACE(trade_id, '-', '') AS transaction_id
FROM mifir_parties
WHERE side_of_trade = 'BUYER'
