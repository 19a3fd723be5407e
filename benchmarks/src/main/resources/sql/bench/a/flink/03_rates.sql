-- Purpose: the last fixing of each currency up to the business date
-- View: rates
SELECT currency, rate_to_base AS rate
FROM (
  SELECT currency, rate_to_base, ROW_NUMBER() OVER (PARTITION BY currency ORDER BY rate_date DESC) AS place
  FROM fx_rates
  WHERE rate_date <= DATE '${date}' AND currency <> 'EUR'
)
WHERE place = 1
UNION ALL
SELECT 'EUR', CAST(1 AS DECIMAL(18, 8))
