-- Purpose: rows that repeat a transaction of an earlier night; all of them, none is new
-- Inserts: duplicate_rows
-- Grain: one landed row
SELECT t.source_file, t.source_row, t.transaction_id, 'HISTORY' AS repeats
FROM transactions t
JOIN known_ids k ON t.transaction_id = k.transaction_id
