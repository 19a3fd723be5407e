-- Purpose: rows that repeat a transaction of the same day; the first one is kept, by everything that is published of it
-- Purpose: before file and row, so that the order in which files arrive and how rows lie in them change nothing
-- Rule: identifiers are few and go to where the rows are read; a row that repeats nothing is not moved
-- Inserts: duplicate_rows
-- Grain: one landed row
SELECT source_file, source_row, transaction_id, 'DAY' AS repeats
FROM (
  SELECT /*+ BROADCAST(r) */
    t.source_file,
    t.source_row,
    t.transaction_id,
    ROW_NUMBER() OVER (
      PARTITION BY t.transaction_id
      ORDER BY t.booking_time, t.amount, t.account_id, t.currency, t.transaction_type, t.counterparty_account,
        t.customer_id, t.value_date, t.channel, t.payment_method, t.merchant_category, t.country, t.counterparty_bank,
        t.counterparty_country, t.description, t.reference, t.device_id, t.ip_address, t.branch_code,
        t.source_file, t.source_row) AS occurrence
  FROM transactions t
  JOIN repeated_ids r ON t.transaction_id = r.transaction_id
  LEFT JOIN known_ids k ON t.transaction_id = k.transaction_id
  WHERE k.transaction_id IS NULL
)
WHERE occurrence > 1
