-- Purpose: the last fixing of each currency up to the business date
-- View: rates
-- Stored: a handful of rows, read three times
SELECT currency, max_by(rate_to_base, rate_date) AS rate
FROM fx_rates
WHERE rate_date <= DATE '${date}' AND currency <> 'EUR'
GROUP BY currency
UNION ALL
SELECT 'EUR', CAST(1 AS DECIMAL(18, 8))
