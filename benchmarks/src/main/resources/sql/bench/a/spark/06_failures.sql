-- Purpose: the rows that fail a rule, with every rule they fail
-- Rule: ValidationRule, in its order; the rules as bits first, so that only a failing row makes a list
-- View: failures
-- Stored: two rows in a hundred; the rules are looked at once and what they read is a part of the columns
SELECT source_file, source_row,
  filter(array(
    CASE WHEN (mask & shiftleft(1L, 0)) <> 0 THEN 'TX01' END, CASE WHEN (mask & shiftleft(1L, 1)) <> 0 THEN 'TX02' END,
    CASE WHEN (mask & shiftleft(1L, 2)) <> 0 THEN 'TX03' END, CASE WHEN (mask & shiftleft(1L, 3)) <> 0 THEN 'TX04' END,
    CASE WHEN (mask & shiftleft(1L, 4)) <> 0 THEN 'TX05' END, CASE WHEN (mask & shiftleft(1L, 5)) <> 0 THEN 'TX06' END,
    CASE WHEN (mask & shiftleft(1L, 6)) <> 0 THEN 'TX07' END, CASE WHEN (mask & shiftleft(1L, 7)) <> 0 THEN 'TX08' END,
    CASE WHEN (mask & shiftleft(1L, 8)) <> 0 THEN 'TX09' END, CASE WHEN (mask & shiftleft(1L, 9)) <> 0 THEN 'TX10' END,
    CASE WHEN (mask & shiftleft(1L, 10)) <> 0 THEN 'TX11' END, CASE WHEN (mask & shiftleft(1L, 11)) <> 0 THEN 'TX12' END,
    CASE WHEN (mask & shiftleft(1L, 12)) <> 0 THEN 'TX13' END, CASE WHEN (mask & shiftleft(1L, 13)) <> 0 THEN 'TX14' END,
    CASE WHEN (mask & shiftleft(1L, 14)) <> 0 THEN 'TX15' END, CASE WHEN (mask & shiftleft(1L, 15)) <> 0 THEN 'TX16' END,
    CASE WHEN (mask & shiftleft(1L, 16)) <> 0 THEN 'TX17' END, CASE WHEN (mask & shiftleft(1L, 17)) <> 0 THEN 'TX18' END,
    CASE WHEN (mask & shiftleft(1L, 18)) <> 0 THEN 'TX19' END, CASE WHEN (mask & shiftleft(1L, 19)) <> 0 THEN 'TX20' END,
    CASE WHEN (mask & shiftleft(1L, 20)) <> 0 THEN 'TX21' END, CASE WHEN (mask & shiftleft(1L, 21)) <> 0 THEN 'TX22' END,
    CASE WHEN (mask & shiftleft(1L, 22)) <> 0 THEN 'TX23' END, CASE WHEN (mask & shiftleft(1L, 23)) <> 0 THEN 'TX24' END,
    CASE WHEN (mask & shiftleft(1L, 24)) <> 0 THEN 'TX25' END, CASE WHEN (mask & shiftleft(1L, 25)) <> 0 THEN 'TX26' END,
    CASE WHEN (mask & shiftleft(1L, 26)) <> 0 THEN 'TX27' END, CASE WHEN (mask & shiftleft(1L, 27)) <> 0 THEN 'TX28' END,
    CASE WHEN (mask & shiftleft(1L, 28)) <> 0 THEN 'TX29' END, CASE WHEN (mask & shiftleft(1L, 29)) <> 0 THEN 'TX30' END,
    CASE WHEN (mask & shiftleft(1L, 30)) <> 0 THEN 'TX31' END, CASE WHEN (mask & shiftleft(1L, 31)) <> 0 THEN 'TX32' END
  ), rule -> rule IS NOT NULL) AS failed_rules,
  CASE WHEN (mask & 11) <> 0 THEN 'FATAL' ELSE 'ERROR' END AS severity
FROM (
  SELECT /*+ BROADCAST(a), BROADCAST(c), BROADCAST(d) */ t.source_file, t.source_row,
    CAST(0 AS BIGINT)
    + CASE WHEN t.transaction_id IS NULL OR trim(t.transaction_id) = '' THEN shiftleft(1L, 0) ELSE 0 END
    + CASE WHEN t.account_id IS NULL OR trim(t.account_id) = '' THEN shiftleft(1L, 1) ELSE 0 END
    + CASE WHEN t.customer_id IS NULL OR trim(t.customer_id) = '' THEN shiftleft(1L, 2) ELSE 0 END
    + CASE WHEN t.amount IS NULL THEN shiftleft(1L, 3) ELSE 0 END
    + CASE WHEN t.amount <= 0 THEN shiftleft(1L, 4) ELSE 0 END
    + CASE WHEN t.transaction_type IS NULL OR t.transaction_type NOT IN ('DEBIT', 'CREDIT') THEN shiftleft(1L, 5) ELSE 0 END
    + CASE WHEN u.code IS NULL THEN shiftleft(1L, 6) ELSE 0 END
    + CASE WHEN u.minor_units = 0 AND t.amount <> floor(t.amount) THEN shiftleft(1L, 7) ELSE 0 END
    + CASE WHEN u.code IS NOT NULL AND r.rate IS NULL THEN shiftleft(1L, 8) ELSE 0 END
    + CASE WHEN t.booking_time IS NULL THEN shiftleft(1L, 9) ELSE 0 END
    + CASE WHEN CAST(t.booking_time AS DATE) < DATE '${date}' - INTERVAL 5 DAY THEN shiftleft(1L, 10) ELSE 0 END
    + CASE WHEN CAST(t.booking_time AS DATE) > DATE '${date}' THEN shiftleft(1L, 11) ELSE 0 END
    + CASE WHEN t.value_date IS NULL THEN shiftleft(1L, 12) ELSE 0 END
    + CASE WHEN abs(datediff(t.value_date, CAST(t.booking_time AS DATE))) > 30 THEN shiftleft(1L, 13) ELSE 0 END
    + CASE WHEN trim(t.account_id) <> '' AND a.account_id IS NULL THEN shiftleft(1L, 14) ELSE 0 END
    + CASE WHEN trim(t.customer_id) <> '' AND c.customer_id IS NULL THEN shiftleft(1L, 15) ELSE 0 END
    + CASE WHEN trim(t.customer_id) <> '' AND a.customer_id <> t.customer_id THEN shiftleft(1L, 16) ELSE 0 END
    + CASE WHEN a.status = 'CLOSED' THEN shiftleft(1L, 17) ELSE 0 END
    + CASE WHEN a.status = 'BLOCKED' THEN shiftleft(1L, 18) ELSE 0 END
    + CASE WHEN CAST(t.booking_time AS DATE) < a.opened_on THEN shiftleft(1L, 19) ELSE 0 END
    + CASE WHEN t.transaction_type = 'DEBIT'
        AND round(CAST(t.amount AS DECIMAL(20, 2)) * CAST(r.rate AS DECIMAL(18, 8)), 2)
          > round(CAST(a.daily_limit AS DECIMAL(20, 2)) * CAST(l.rate AS DECIMAL(18, 8)), 2) THEN shiftleft(1L, 20) ELSE 0 END
    + CASE WHEN cc.code IS NULL THEN shiftleft(1L, 21) ELSE 0 END
    + CASE WHEN t.counterparty_country IS NOT NULL AND pc.code IS NULL THEN shiftleft(1L, 22) ELSE 0 END
    + CASE WHEN NOT t.counterparty_bank RLIKE '^(?:[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)$' THEN shiftleft(1L, 23) ELSE 0 END
    + CASE WHEN t.counterparty_account RLIKE '^(?:[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30})$'
        THEN CASE WHEN iban_remainder(t.counterparty_account) <> 1
          THEN shiftleft(1L, 24) ELSE 0 END
        ELSE 0 END
    + CASE WHEN NOT t.reference RLIKE '^(?:[A-Za-z0-9/?:().,\\x27+ -]{1,35})$' THEN shiftleft(1L, 25) ELSE 0 END
    + CASE WHEN t.description RLIKE '[\\x00-\\x1f\\x7f]' THEN shiftleft(1L, 26) ELSE 0 END
    + CASE WHEN t.channel IS NULL OR t.channel NOT IN ('BRANCH', 'ATM', 'POS', 'ONLINE', 'MOBILE', 'API', 'BATCH')
        THEN shiftleft(1L, 27) ELSE 0 END
    + CASE WHEN t.payment_method IS NULL
        OR t.payment_method NOT IN ('CARD', 'TRANSFER', 'CASH', 'DIRECT_DEBIT', 'CHEQUE', 'WIRE', 'FEE') THEN shiftleft(1L, 28) ELSE 0 END
    + CASE WHEN NOT t.ip_address RLIKE '^(?:((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.|$)){4})$'
        AND NOT t.ip_address RLIKE '^(?:[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7})$' THEN shiftleft(1L, 29) ELSE 0 END
    + CASE WHEN d.repeats = 'DAY' THEN shiftleft(1L, 30) ELSE 0 END
    + CASE WHEN d.repeats = 'HISTORY' THEN shiftleft(1L, 31) ELSE 0 END AS mask
  FROM transactions AS t
  LEFT JOIN accounts_as_of AS a ON a.account_id = t.account_id
  LEFT JOIN customers_as_of AS c ON c.customer_id = t.customer_id
  LEFT JOIN currencies AS u ON u.code = t.currency
  LEFT JOIN rates AS r ON r.currency = t.currency
  LEFT JOIN rates AS l ON l.currency = a.currency
  LEFT JOIN countries AS cc ON cc.code = t.country
  LEFT JOIN countries AS pc ON pc.code = t.counterparty_country
  LEFT JOIN duplicate_rows AS d ON d.source_file = t.source_file AND d.source_row = t.source_row
)
WHERE mask <> 0
