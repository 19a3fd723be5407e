-- Purpose: the seller of every execution
-- View: auth_016_sellers
-- Report: auth.016.001.03
-- Group: sellers
-- Grain: one seller
SELECT
  '1' AS seller_number, lei, first_name, person_name, birth_date, other_id, scheme_name_code,
  CAST(NULL AS STRING) AS other_issuer, country_of_branch, REPLACE(trade_id, '-', '') AS transaction_id
FROM mifir_parties
WHERE side_of_trade = 'SELLER'
