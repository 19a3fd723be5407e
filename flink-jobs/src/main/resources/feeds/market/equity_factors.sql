-- Purpose: daily closing prices of shares, one column each: the factors that have a level
-- Feed: risk_factors
-- Parameter: days INT = 1500 -- 500 scenarios and 250 days of back-test, weekends and holidays
-- Parameter: currency STRING = 'USD' -- of the prices
-- Source: share_price
-- Format: csv
-- Columns: Date AS price_date DATE NOT NULL
-- Unpivot: share STRING, price DECIMAL(18,8)
-- Where: price IS NOT NULL AND price_date <= business_date()
-- Where: AND price_date > TIMESTAMPADD(DAY, -:days, business_date())
SELECT DISTINCT
  'EQ.' || share AS factor_id,
  'EQUITY' AS factor_class,
  :currency AS currency,
  'RELATIVE' AS shift_type,
  0.00 AS log_shift,
  10 AS liquidity_horizon_days
FROM share_price
