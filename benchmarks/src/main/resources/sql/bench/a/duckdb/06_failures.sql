-- Purpose: the rows that fail a rule, with every rule they fail
-- Rule: ValidationRule, in its order; the rules as bits first, so that only a failing row makes a list
-- View: failures
-- Stored: two rows in a hundred; the rules are looked at once and what they read is a part of the columns
SELECT source_file, source_row,
  list_filter([
    CASE WHEN (mask & (1 << 0)) <> 0 THEN 'TX01' END, CASE WHEN (mask & (1 << 1)) <> 0 THEN 'TX02' END,
    CASE WHEN (mask & (1 << 2)) <> 0 THEN 'TX03' END, CASE WHEN (mask & (1 << 3)) <> 0 THEN 'TX04' END,
    CASE WHEN (mask & (1 << 4)) <> 0 THEN 'TX05' END, CASE WHEN (mask & (1 << 5)) <> 0 THEN 'TX06' END,
    CASE WHEN (mask & (1 << 6)) <> 0 THEN 'TX07' END, CASE WHEN (mask & (1 << 7)) <> 0 THEN 'TX08' END,
    CASE WHEN (mask & (1 << 8)) <> 0 THEN 'TX09' END, CASE WHEN (mask & (1 << 9)) <> 0 THEN 'TX10' END,
    CASE WHEN (mask & (1 << 10)) <> 0 THEN 'TX11' END, CASE WHEN (mask & (1 << 11)) <> 0 THEN 'TX12' END,
    CASE WHEN (mask & (1 << 12)) <> 0 THEN 'TX13' END, CASE WHEN (mask & (1 << 13)) <> 0 THEN 'TX14' END,
    CASE WHEN (mask & (1 << 14)) <> 0 THEN 'TX15' END, CASE WHEN (mask & (1 << 15)) <> 0 THEN 'TX16' END,
    CASE WHEN (mask & (1 << 16)) <> 0 THEN 'TX17' END, CASE WHEN (mask & (1 << 17)) <> 0 THEN 'TX18' END,
    CASE WHEN (mask & (1 << 18)) <> 0 THEN 'TX19' END, CASE WHEN (mask & (1 << 19)) <> 0 THEN 'TX20' END,
    CASE WHEN (mask & (1 << 20)) <> 0 THEN 'TX21' END, CASE WHEN (mask & (1 << 21)) <> 0 THEN 'TX22' END,
    CASE WHEN (mask & (1 << 22)) <> 0 THEN 'TX23' END, CASE WHEN (mask & (1 << 23)) <> 0 THEN 'TX24' END,
    CASE WHEN (mask & (1 << 24)) <> 0 THEN 'TX25' END, CASE WHEN (mask & (1 << 25)) <> 0 THEN 'TX26' END,
    CASE WHEN (mask & (1 << 26)) <> 0 THEN 'TX27' END, CASE WHEN (mask & (1 << 27)) <> 0 THEN 'TX28' END,
    CASE WHEN (mask & (1 << 28)) <> 0 THEN 'TX29' END, CASE WHEN (mask & (1 << 29)) <> 0 THEN 'TX30' END,
    CASE WHEN (mask & (1 << 30)) <> 0 THEN 'TX31' END, CASE WHEN (mask & (1::BIGINT << 31)) <> 0 THEN 'TX32' END
  ], lambda rule: rule IS NOT NULL) AS failed_rules,
  CASE WHEN (mask & 11) <> 0 THEN 'FATAL' ELSE 'ERROR' END AS severity
FROM (
  SELECT t.source_file, t.source_row,
    CAST(0 AS BIGINT)
    + CASE WHEN t.transaction_id IS NULL OR trim(t.transaction_id) = '' THEN 1::BIGINT << 0 ELSE 0 END
    + CASE WHEN t.account_id IS NULL OR trim(t.account_id) = '' THEN 1::BIGINT << 1 ELSE 0 END
    + CASE WHEN t.customer_id IS NULL OR trim(t.customer_id) = '' THEN 1::BIGINT << 2 ELSE 0 END
    + CASE WHEN t.amount IS NULL THEN 1::BIGINT << 3 ELSE 0 END
    + CASE WHEN t.amount <= 0 THEN 1::BIGINT << 4 ELSE 0 END
    + CASE WHEN t.transaction_type IS NULL OR t.transaction_type NOT IN ('DEBIT', 'CREDIT') THEN 1::BIGINT << 5 ELSE 0 END
    + CASE WHEN u.code IS NULL THEN 1::BIGINT << 6 ELSE 0 END
    + CASE WHEN u.minor_units = 0 AND t.amount <> trunc(t.amount) THEN 1::BIGINT << 7 ELSE 0 END
    + CASE WHEN u.code IS NOT NULL AND r.rate IS NULL THEN 1::BIGINT << 8 ELSE 0 END
    + CASE WHEN t.booking_time IS NULL THEN 1::BIGINT << 9 ELSE 0 END
    + CASE WHEN CAST(t.booking_time AS DATE) < DATE '${date}' - 5 THEN 1::BIGINT << 10 ELSE 0 END
    + CASE WHEN CAST(t.booking_time AS DATE) > DATE '${date}' THEN 1::BIGINT << 11 ELSE 0 END
    + CASE WHEN t.value_date IS NULL THEN 1::BIGINT << 12 ELSE 0 END
    + CASE WHEN abs(date_diff('day', CAST(t.booking_time AS DATE), t.value_date)) > 30 THEN 1::BIGINT << 13 ELSE 0 END
    + CASE WHEN trim(t.account_id) <> '' AND a.account_id IS NULL THEN 1::BIGINT << 14 ELSE 0 END
    + CASE WHEN trim(t.customer_id) <> '' AND c.customer_id IS NULL THEN 1::BIGINT << 15 ELSE 0 END
    + CASE WHEN trim(t.customer_id) <> '' AND a.customer_id <> t.customer_id THEN 1::BIGINT << 16 ELSE 0 END
    + CASE WHEN a.status = 'CLOSED' THEN 1::BIGINT << 17 ELSE 0 END
    + CASE WHEN a.status = 'BLOCKED' THEN 1::BIGINT << 18 ELSE 0 END
    + CASE WHEN CAST(t.booking_time AS DATE) < a.opened_on THEN 1::BIGINT << 19 ELSE 0 END
    + CASE WHEN t.transaction_type = 'DEBIT'
        AND round(CAST(t.amount AS DECIMAL(20, 2)) * CAST(r.rate AS DECIMAL(18, 8)), 2)
          > round(CAST(a.daily_limit AS DECIMAL(20, 2)) * CAST(l.rate AS DECIMAL(18, 8)), 2) THEN 1::BIGINT << 20 ELSE 0 END
    + CASE WHEN t.country IS NULL OR t.country NOT IN (SELECT code FROM countries) THEN 1::BIGINT << 21 ELSE 0 END
    + CASE WHEN t.counterparty_country NOT IN (SELECT code FROM countries) THEN 1::BIGINT << 22 ELSE 0 END
    + CASE WHEN NOT regexp_full_match(t.counterparty_bank, '[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?') THEN 1::BIGINT << 23 ELSE 0 END
    + CASE WHEN regexp_full_match(t.counterparty_account, '[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}')
        THEN CASE WHEN list_reduce(
            list_prepend(0, list_transform(
              string_split(substr(t.counterparty_account, 5) || substr(t.counterparty_account, 1, 4), ''), lambda c: ord(c))),
            lambda acc, c: CASE WHEN c < 58 THEN (acc * 10 + c - 48) % 97 ELSE (acc * 100 + c - 55) % 97 END) <> 1
          THEN 1::BIGINT << 24 ELSE 0 END
        ELSE 0 END
    + CASE WHEN NOT regexp_full_match(t.reference, '[A-Za-z0-9/?:().,''+ -]{1,35}') THEN 1::BIGINT << 25 ELSE 0 END
    + CASE WHEN regexp_matches(t.description, '[\x00-\x1f\x7f]') THEN 1::BIGINT << 26 ELSE 0 END
    + CASE WHEN t.channel IS NULL OR t.channel NOT IN ('BRANCH', 'ATM', 'POS', 'ONLINE', 'MOBILE', 'API', 'BATCH')
        THEN 1::BIGINT << 27 ELSE 0 END
    + CASE WHEN t.payment_method IS NULL
        OR t.payment_method NOT IN ('CARD', 'TRANSFER', 'CASH', 'DIRECT_DEBIT', 'CHEQUE', 'WIRE', 'FEE') THEN 1::BIGINT << 28 ELSE 0 END
    + CASE WHEN NOT regexp_full_match(t.ip_address, '((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\.|$)){4}')
        AND NOT regexp_full_match(t.ip_address, '[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}') THEN 1::BIGINT << 29 ELSE 0 END
    + CASE WHEN d.repeats = 'DAY' THEN 1::BIGINT << 30 ELSE 0 END
    + CASE WHEN d.repeats = 'HISTORY' THEN 1::BIGINT << 31 ELSE 0 END AS mask
  FROM transactions AS t
  LEFT JOIN accounts_as_of AS a ON a.account_id = t.account_id
  LEFT JOIN customers_as_of AS c ON c.customer_id = t.customer_id
  LEFT JOIN currencies AS u ON u.code = t.currency
  LEFT JOIN rates AS r ON r.currency = t.currency
  LEFT JOIN rates AS l ON l.currency = a.currency
  LEFT JOIN duplicate_rows AS d ON d.source_file = t.source_file AND d.source_row = t.source_row
)
WHERE mask <> 0
