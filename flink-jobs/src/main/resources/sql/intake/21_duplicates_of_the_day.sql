-- Purpose: rows that repeat a transaction of the same day; the first one is kept, by content before file and row, so
-- Purpose: that the order in which files arrive changes nothing
-- Inserts: duplicate_rows
-- Grain: one landed row
SELECT source_file, source_row, transaction_id, 'DAY' AS repeats
FROM (
  SELECT
    t.source_file,
    t.source_row,
    t.transaction_id,
    ROW_NUMBER() OVER (
      PARTITION BY t.transaction_id
      ORDER BY t.booking_time, t.amount, t.account_id, t.currency, t.transaction_type, t.counterparty_account,
        t.source_file, t.source_row) AS occurrence
  FROM transactions t
  JOIN repeated_ids r ON t.transaction_id = r.transaction_id
  LEFT JOIN known_ids k ON t.transaction_id = k.transaction_id
  WHERE k.transaction_id IS NULL
)
WHERE occurrence > 1
