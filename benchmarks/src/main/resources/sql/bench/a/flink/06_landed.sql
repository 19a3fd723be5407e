-- Purpose: landed rows and whether their identifier is one that repeats
-- View: landed
SELECT /*+ BROADCAST(d) */ t.*, d.repeats
FROM transactions AS t
LEFT JOIN (SELECT transaction_id, MAX(repeats) AS repeats FROM duplicate_rows GROUP BY transaction_id) AS d
  ON d.transaction_id = t.transaction_id
