-- Purpose: every landed exposure is weighed or named among the unweighted, and every ledger balance enters a line of a
-- Purpose: rule or is named among the unmapped, to the cent in every currency
-- Totals: balance
SELECT feed AS measure, 'IN' AS side, currency, row_count, amount
FROM feed_totals
WHERE feed IN ('exposures', 'ledger')
UNION ALL
SELECT 'exposures', 'OUT', currency, COUNT(*), CAST(SUM(drawn_amount) AS DECIMAL(38, 2))
FROM staged_exposure_rwa
GROUP BY currency
UNION ALL
SELECT 'exposures', 'REJECTED', currency, COUNT(*), CAST(SUM(drawn_amount) AS DECIMAL(38, 2))
FROM staged_unweighted_exposures
GROUP BY currency
UNION ALL
SELECT
  'ledger',
  CASE WHEN rule_item = 'UNMAPPED' OR amount_base IS NULL THEN 'REJECTED' ELSE 'OUT' END,
  currency,
  COUNT(*),
  CAST(SUM(amount) AS DECIMAL(38, 2))
FROM staged_ledger_lines
GROUP BY currency, CASE WHEN rule_item = 'UNMAPPED' OR amount_base IS NULL THEN 'REJECTED' ELSE 'OUT' END
