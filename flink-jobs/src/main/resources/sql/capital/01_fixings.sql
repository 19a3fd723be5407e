-- Purpose: the latest fixing of every currency on or before the business date; the base currency is one
-- View: fixings
-- Grain: one currency
SELECT currency, rate_to_base
FROM (
  SELECT currency, rate_to_base, ROW_NUMBER() OVER (PARTITION BY currency ORDER BY rate_date DESC) AS age
  FROM fx_rates
  WHERE rate_date <= business_date() AND currency <> base_currency()
)
WHERE age = 1
UNION ALL
SELECT base_currency(), CAST(1 AS DECIMAL(18, 8))
