-- Purpose: every row with the rules it fails as bits, and what enriches it
-- Rule: ValidationRule, in its order
-- View: checked
SELECT /*+ BROADCAST(a, c) */
  t.*,
  a.product AS account_product, a.currency AS account_currency, a.status AS account_status,
  c.customer_tier, c.customer_type, c.country AS customer_country, c.segment AS customer_segment, c.kyc_risk, c.pep,
  CAST(ROUND(CAST(t.amount AS DECIMAL(20, 2)) * CAST(r.rate AS DECIMAL(18, 8)), 2) AS DECIMAL(18, 2)) AS amount_base,
  COALESCE(k.risk, 0) AS country_risk,
  la.entry_value IS NOT NULL AS listed_account,
  lb.entry_value IS NOT NULL AS listed_bank,
  CAST(0 AS BIGINT)
    + CASE WHEN t.transaction_id IS NULL OR TRIM(t.transaction_id) = '' THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.account_id IS NULL OR TRIM(t.account_id) = '' THEN CAST(2 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.customer_id IS NULL OR TRIM(t.customer_id) = '' THEN CAST(4 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.amount IS NULL THEN CAST(8 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.amount <= 0 THEN CAST(16 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.transaction_type IS NULL OR t.transaction_type NOT IN ('DEBIT', 'CREDIT') THEN CAST(32 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN u.code IS NULL THEN CAST(64 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN u.minor_units = 0 AND t.amount <> FLOOR(t.amount) THEN CAST(128 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN u.code IS NOT NULL AND r.rate IS NULL THEN CAST(256 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.booking_time IS NULL THEN CAST(512 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN CAST(t.booking_time AS DATE) < DATE '${date}' - INTERVAL '5' DAY THEN CAST(1024 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN CAST(t.booking_time AS DATE) > DATE '${date}' THEN CAST(2048 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.value_date IS NULL THEN CAST(4096 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN ABS(TIMESTAMPDIFF(DAY, CAST(t.booking_time AS DATE), t.value_date)) > 30 THEN CAST(8192 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN TRIM(t.account_id) <> '' AND a.account_id IS NULL THEN CAST(16384 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN TRIM(t.customer_id) <> '' AND c.customer_id IS NULL THEN CAST(32768 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN TRIM(t.customer_id) <> '' AND a.customer_id <> t.customer_id THEN CAST(65536 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN a.status = 'CLOSED' THEN CAST(131072 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN a.status = 'BLOCKED' THEN CAST(262144 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN CAST(t.booking_time AS DATE) < a.opened_on THEN CAST(524288 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.transaction_type = 'DEBIT'
        AND ROUND(CAST(t.amount AS DECIMAL(20, 2)) * CAST(r.rate AS DECIMAL(18, 8)), 2)
          > ROUND(CAST(a.daily_limit AS DECIMAL(20, 2)) * CAST(l.rate AS DECIMAL(18, 8)), 2) THEN CAST(1048576 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN cc.code IS NULL THEN CAST(2097152 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.counterparty_country IS NOT NULL AND pc.code IS NULL THEN CAST(4194304 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN NOT REGEXP(t.counterparty_bank, '^(?:[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)$') THEN CAST(8388608 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN REGEXP(t.counterparty_account, '^(?:[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30})$')
        THEN CASE WHEN iban_remainder(t.counterparty_account) <> 1
          THEN CAST(16777216 AS BIGINT) ELSE CAST(0 AS BIGINT) END
        ELSE CAST(0 AS BIGINT) END
    + CASE WHEN NOT REGEXP(t.reference, '^(?:[A-Za-z0-9/?:().,\x27+ -]{1,35})$') THEN CAST(33554432 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN REGEXP(t.description, '[\x00-\x1f\x7f]') THEN CAST(67108864 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.channel IS NULL OR t.channel NOT IN ('BRANCH', 'ATM', 'POS', 'ONLINE', 'MOBILE', 'API', 'BATCH')
        THEN CAST(134217728 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.payment_method IS NULL
        OR t.payment_method NOT IN ('CARD', 'TRANSFER', 'CASH', 'DIRECT_DEBIT', 'CHEQUE', 'WIRE', 'FEE') THEN CAST(268435456 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN NOT REGEXP(t.ip_address, '^(?:((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\.|$)){4})$')
        AND NOT REGEXP(t.ip_address, '^(?:[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7})$') THEN CAST(536870912 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.repeats = 'DAY' AND t.occurrence > 1 THEN CAST(1073741824 AS BIGINT) ELSE CAST(0 AS BIGINT) END
    + CASE WHEN t.repeats = 'HISTORY' THEN CAST(2147483648 AS BIGINT) ELSE CAST(0 AS BIGINT) END AS mask
FROM numbered AS t
LEFT JOIN accounts_as_of AS a ON a.account_id = t.account_id
LEFT JOIN customers_as_of AS c ON c.customer_id = t.customer_id
LEFT JOIN currencies AS u ON u.code = t.currency
LEFT JOIN rates AS r ON r.currency = t.currency
LEFT JOIN rates AS l ON l.currency = a.currency
LEFT JOIN countries AS cc ON cc.code = t.country
LEFT JOIN countries AS pc ON pc.code = t.counterparty_country
LEFT JOIN country_risk AS k ON k.country = t.counterparty_country
LEFT JOIN (SELECT DISTINCT entry_value FROM listed WHERE entry_type IN ('ACCOUNT', 'BANK')) AS la
  ON la.entry_value = t.counterparty_account
LEFT JOIN (SELECT DISTINCT entry_value FROM listed WHERE entry_type IN ('ACCOUNT', 'BANK')) AS lb
  ON lb.entry_value = t.counterparty_bank
