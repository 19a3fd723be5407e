-- Purpose: the ECB's euro reference rates: every day's level, in base currency for one unit
-- Feed: market_history
-- Parameter: days INT = 1500 -- 500 scenarios and 250 days of back-test, weekends and holidays
-- Source: reference_rate
-- Format: csv
-- Null: N/A
-- Columns: Date AS rate_date DATE NOT NULL
-- Unpivot: currency STRING, per_euro DECIMAL(18,8)
-- Where: per_euro > 0 AND rate_date <= business_date() AND rate_date > TIMESTAMPADD(DAY, -:days, business_date())
WITH quoted AS (
  SELECT currency, rate_date, per_euro FROM reference_rate
  UNION ALL
  SELECT DISTINCT 'EUR', rate_date, CAST(1 AS DECIMAL(18, 8)) FROM reference_rate
)
SELECT
  'FX.' || q.currency AS factor_id,
  q.rate_date AS price_date,
  CAST(CAST(b.per_euro AS DECIMAL(38, 18)) / q.per_euro AS DECIMAL(18, 8)) AS level
FROM quoted q
JOIN quoted b ON b.rate_date = q.rate_date AND b.currency = base_currency()
WHERE q.currency <> base_currency()
