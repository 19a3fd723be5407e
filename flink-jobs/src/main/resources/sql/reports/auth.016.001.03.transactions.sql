-- Purpose: every execution in a financial instrument; bonds by nominal value and percentage, the rest by units and price
-- View: auth_016_transactions
-- Report: auth.016.001.03
-- Group: transactions
-- Rule: Delegated Regulation (EU) 2017/590, Annex I
-- Grain: one execution
SELECT
  REPLACE(trade_id, '-', '') AS transaction_id,
  'NEWT' AS record_type,
  institution_lei() AS executing_party,
  TRUE AS investment_party_indicator,
  FALSE AS transmission_indicator,
  CAST(NULL AS STRING) AS transmitting_buyer,
  CAST(NULL AS STRING) AS transmitting_seller,
  trade_time AS trade_date,
  CASE WHEN capacity = 'PRINCIPAL' THEN 'DEAL' ELSE 'AOTC' END AS trading_capacity,
  CASE WHEN asset_class <> 'BOND' THEN CAST(quantity AS DECIMAL(18, 6)) END AS quantity_unit,
  CASE WHEN asset_class = 'BOND' THEN currency END AS nominal_value_currency,
  CASE WHEN asset_class = 'BOND' THEN CAST(quantity AS DECIMAL(18, 2)) END AS nominal_value,
  CASE WHEN asset_class <> 'BOND' THEN currency END AS amount_currency,
  CASE WHEN asset_class <> 'BOND' THEN ABS(price) END AS monetary_value_amount,
  CASE WHEN asset_class <> 'BOND' AND price < 0 THEN FALSE END AS monetary_value_sign,
  CASE WHEN asset_class = 'BOND' THEN CAST(price * 100 AS DECIMAL(11, 6)) END AS percentage,
  CASE WHEN asset_class = 'BOND' THEN CAST(ROUND(quantity * price, 2) AS DECIMAL(18, 2)) END AS net_amount,
  mic AS trade_venue,
  institution_country() AS country_of_branch,
  CAST(NULL AS STRING) AS trade_place_matching_id,
  isin AS financial_instrument_id,
  CASE WHEN capacity = 'PRINCIPAL' THEN institution_country() END AS person_country_of_branch,
  CASE WHEN capacity = 'PRINCIPAL' THEN trader_id END AS other_id,
  CAST(NULL AS STRING) AS scheme_name_code,
  CAST(NULL AS STRING) AS other_issuer,
  CAST(NULL AS STRING) AS algorithm,
  institution_country() AS executing_person_country_of_branch,
  trader_id AS person_other_id,
  CAST(NULL AS STRING) AS other_scheme_name_code,
  CAST(NULL AS STRING) AS person_other_issuer,
  CAST(NULL AS STRING) AS executing_person_algorithm,
  CAST(NULL AS STRING) AS client,
  CAST(NULL AS STRING) AS waiver_indicator,
  CAST(NULL AS STRING) AS short_selling_indicator,
  CAST(NULL AS STRING) AS otc_post_trade_indicator,
  CASE WHEN asset_class = 'COMMODITY' THEN FALSE END AS risk_reducing_transaction,
  FALSE AS securities_financing_transaction_indicator
FROM mifir_trades
