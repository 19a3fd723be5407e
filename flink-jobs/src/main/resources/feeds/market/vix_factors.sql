-- Purpose: the VIX at close: the factors that have a level, as an annual volatility
-- Feed: risk_factors
-- Parameter: days INT = 1500 -- 500 scenarios and 250 days of back-test, weekends and holidays
-- Source: vix
-- Format: csv
-- Ignore: OPEN, HIGH, LOW
-- Columns: DATE AS price_date DATE NOT NULL, CLOSE AS points DECIMAL(18,8)
-- Where: points IS NOT NULL AND price_date <= business_date()
-- Where: AND price_date > TIMESTAMPADD(DAY, -:days, business_date())
SELECT DISTINCT
  'VOL.VIX' AS factor_id,
  'VOLATILITY' AS factor_class,
  'USD' AS currency,
  'ABSOLUTE' AS shift_type,
  0.00 AS log_shift,
  20 AS liquidity_horizon_days
FROM vix
