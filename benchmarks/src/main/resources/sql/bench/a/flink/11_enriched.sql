-- Purpose: the rows that fail nothing, enriched, scored and flagged
-- Rule: RiskScore and Flag
-- Inserts: enriched_transactions
SELECT
  transaction_id, account_id, customer_id, transaction_type, amount, currency, booking_time, value_date, channel, payment_method,
  merchant_category, country, counterparty_account, counterparty_bank, counterparty_country, description, reference, device_id,
  ip_address, branch_code, payment_message, source_file,
  amount_base, customer_tier, customer_type, customer_country, customer_segment, kyc_risk, pep, account_product,
  account_currency, account_status,
  LEAST(100,
    CASE WHEN amount_base >= 100000 THEN 35 WHEN amount_base >= 10000 THEN 20 WHEN amount_base >= 1000 THEN 8 ELSE 0 END
    + CASE customer_tier WHEN 'PRIVATE' THEN 0 WHEN 'PREMIUM' THEN 2 WHEN 'STANDARD' THEN 5 ELSE 10 END
    + CASE kyc_risk WHEN 'LOW' THEN 0 WHEN 'MEDIUM' THEN 10 ELSE 25 END
    + CASE WHEN pep THEN 15 ELSE 0 END
    + CASE country_risk WHEN 2 THEN 20 WHEN 1 THEN 10 ELSE CASE WHEN counterparty_country <> customer_country THEN 5 ELSE 0 END END
    + CASE payment_method WHEN 'CASH' THEN 10 WHEN 'WIRE' THEN 5 ELSE 0 END
    + CASE WHEN EXTRACT(HOUR FROM booking_time) < 5 THEN 5 ELSE 0 END) AS risk_score,
  ARRAY_REMOVE(CAST(ARRAY[
    CASE WHEN country_risk = 2 THEN 'HIGH_RISK_COUNTRY' END,
    CASE WHEN country_risk = 1 THEN 'MONITORED_COUNTRY' END,
    CASE WHEN listed_account THEN 'LISTED_ACCOUNT' END,
    CASE WHEN listed_bank THEN 'LISTED_BANK' END,
    CASE WHEN pep THEN 'PEP' END,
    CASE WHEN payment_method = 'CASH' AND amount_base >= 8000 AND amount_base < 10000 THEN 'CASH_BELOW_THRESHOLD' END,
    CASE WHEN amount_base >= 10000 AND MOD(amount, 1000) = 0 THEN 'ROUND_AMOUNT' END,
    CASE WHEN account_status = 'DORMANT' THEN 'DORMANT_ACCOUNT' END,
    CASE WHEN account_currency <> currency THEN 'FOREIGN_CURRENCY' END
  ] AS ARRAY<STRING>), CAST(NULL AS STRING)) AS flags,
  '${date}' AS processing_date
FROM checked
WHERE mask = 0
