-- Purpose: transaction identifiers that occur more than once in the day; only the identifier moves
-- View: repeated_ids
-- Grain: one identifier
SELECT transaction_id
FROM transactions
WHERE transaction_id IS NOT NULL
GROUP BY transaction_id
HAVING COUNT(*) > 1
