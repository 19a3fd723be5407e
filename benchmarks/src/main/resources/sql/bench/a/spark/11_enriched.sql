-- Purpose: the rows that fail nothing, enriched, scored and flagged
-- Rule: RiskScore and Flag
-- Inserts: enriched_transactions
SELECT /*+ BROADCAST(f), BROADCAST(a), BROADCAST(c) */ t.*,
  CAST(round(CAST(t.amount AS DECIMAL(20, 2)) * CAST(r.rate AS DECIMAL(18, 8)), 2) AS DECIMAL(18, 2)) AS amount_base,
  c.customer_tier, c.customer_type, c.country AS customer_country, c.segment AS customer_segment, c.kyc_risk, c.pep,
  a.product AS account_product, a.currency AS account_currency, a.status AS account_status,
  CAST(least(100,
    CASE WHEN amount_base >= 100000 THEN 35 WHEN amount_base >= 10000 THEN 20 WHEN amount_base >= 1000 THEN 8 ELSE 0 END
    + CASE c.customer_tier WHEN 'PRIVATE' THEN 0 WHEN 'PREMIUM' THEN 2 WHEN 'STANDARD' THEN 5 ELSE 10 END
    + CASE c.kyc_risk WHEN 'LOW' THEN 0 WHEN 'MEDIUM' THEN 10 ELSE 25 END
    + CASE WHEN c.pep THEN 15 ELSE 0 END
    + CASE k.risk WHEN 2 THEN 20 WHEN 1 THEN 10 ELSE CASE WHEN t.counterparty_country <> c.country THEN 5 ELSE 0 END END
    + CASE t.payment_method WHEN 'CASH' THEN 10 WHEN 'WIRE' THEN 5 ELSE 0 END
    + CASE WHEN hour(t.booking_time) < 5 THEN 5 ELSE 0 END) AS INTEGER) AS risk_score,
  filter(array(
    CASE WHEN k.risk = 2 THEN 'HIGH_RISK_COUNTRY' END,
    CASE WHEN k.risk = 1 THEN 'MONITORED_COUNTRY' END,
    CASE WHEN la.entry_value IS NOT NULL THEN 'LISTED_ACCOUNT' END,
    CASE WHEN lb.entry_value IS NOT NULL THEN 'LISTED_BANK' END,
    CASE WHEN c.pep THEN 'PEP' END,
    CASE WHEN t.payment_method = 'CASH' AND amount_base >= 8000 AND amount_base < 10000 THEN 'CASH_BELOW_THRESHOLD' END,
    CASE WHEN amount_base >= 10000 AND t.amount % 1000 = 0 THEN 'ROUND_AMOUNT' END,
    CASE WHEN a.status = 'DORMANT' THEN 'DORMANT_ACCOUNT' END,
    CASE WHEN a.currency <> t.currency THEN 'FOREIGN_CURRENCY' END
  ), flag -> flag IS NOT NULL) AS flags,
  '${date}' AS processing_date
FROM transactions AS t
LEFT ANTI JOIN failures AS f ON f.source_file = t.source_file AND f.source_row = t.source_row
LEFT JOIN accounts_as_of AS a ON a.account_id = t.account_id
LEFT JOIN customers_as_of AS c ON c.customer_id = t.customer_id
LEFT JOIN rates AS r ON r.currency = t.currency
LEFT JOIN country_risk AS k ON k.country = t.counterparty_country
LEFT JOIN (SELECT DISTINCT entry_value FROM listed WHERE entry_type IN ('ACCOUNT', 'BANK')) AS la ON la.entry_value = t.counterparty_account
LEFT JOIN (SELECT DISTINCT entry_value FROM listed WHERE entry_type IN ('ACCOUNT', 'BANK')) AS lb ON lb.entry_value = t.counterparty_bank
