-- Purpose: the ECB's euro reference rates: the factors that have a level, in base currency for one unit
-- Feed: risk_factors
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
SELECT DISTINCT
  'FX.' || q.currency AS factor_id,
  'FX' AS factor_class,
  base_currency() AS currency,
  'RELATIVE' AS shift_type,
  0.00 AS log_shift,
  CASE WHEN q.currency IN ('EUR', 'USD', 'GBP', 'JPY', 'AUD', 'CAD', 'CHF', 'SEK') THEN 10 ELSE 20 END
    AS liquidity_horizon_days
FROM quoted q
JOIN quoted b ON b.rate_date = q.rate_date AND b.currency = base_currency()
WHERE q.currency <> base_currency()
