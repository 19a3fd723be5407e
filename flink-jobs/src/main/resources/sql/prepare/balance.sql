-- Purpose: every landed transaction is either enriched or rejected, to the cent in every currency
-- Totals: balance
SELECT 'transactions' AS measure, 'IN' AS side, currency, row_count, amount
FROM feed_totals
WHERE feed = 'transactions'
UNION ALL
SELECT 'transactions', 'OUT', currency, COUNT(*), CAST(SUM(amount) AS DECIMAL(38, 2))
FROM staged_enriched_transactions
GROUP BY currency
UNION ALL
SELECT 'transactions', 'REJECTED', COALESCE(currency, '-'), COUNT(*), CAST(COALESCE(SUM(amount), 0) AS DECIMAL(38, 2))
FROM staged_rejected_transactions
GROUP BY COALESCE(currency, '-')
