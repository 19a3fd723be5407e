-- Purpose: the rate of each currency to the base currency on the business date
-- View: base_rates
-- Grain: one currency, at its last fixing
SELECT currency, rate_to_base
FROM (
  SELECT currency, rate_to_base, ROW_NUMBER() OVER (PARTITION BY currency ORDER BY rate_date DESC) AS recency
  FROM fx_rates
  WHERE rate_date <= business_date()
)
WHERE recency = 1
