-- Purpose: every landed position is either valued or named among the unpriced, to the cent in every currency
-- Totals: balance
SELECT 'positions' AS measure, 'IN' AS side, currency, row_count, amount
FROM feed_totals
WHERE feed = 'positions'
UNION ALL
SELECT 'positions', 'OUT', currency, SUM(position_count), CAST(SUM(market_value) AS DECIMAL(38, 2))
FROM staged_book_values
GROUP BY currency
UNION ALL
SELECT 'positions', 'REJECTED', currency, COUNT(*), CAST(SUM(market_value) AS DECIMAL(38, 2))
FROM staged_unpriced_positions
GROUP BY currency
