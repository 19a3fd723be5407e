-- Purpose: every landed exposure is scored or named among the unscored, to the cent in every currency
-- Totals: balance
SELECT 'exposures' AS measure, 'IN' AS side, currency, row_count, amount
FROM feed_totals
WHERE feed = 'exposures'
UNION ALL
SELECT 'exposures', 'OUT', currency, COUNT(*), CAST(SUM(drawn_amount) AS DECIMAL(38, 2))
FROM staged_credit_scores
GROUP BY currency
UNION ALL
SELECT 'exposures', 'REJECTED', currency, COUNT(*), CAST(SUM(drawn_amount) AS DECIMAL(38, 2))
FROM staged_unscored_exposures
GROUP BY currency
