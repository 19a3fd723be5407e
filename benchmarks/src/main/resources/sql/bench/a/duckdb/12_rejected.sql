-- Purpose: the rows that fail a rule, as they landed
-- Inserts: rejected_transactions
SELECT t.*, f.failed_rules, f.severity, '${date}' AS processing_date
FROM transactions AS t
JOIN failures AS f ON f.source_file = t.source_file AND f.source_row = t.source_row
