-- Purpose: one commodity's daily spot price: the factors that have a level. A spot price may be negative, so its moves are of a shifted
-- Purpose: logarithm
-- Feed: risk_factors
-- Parameter: days INT = 1500 -- 500 scenarios and 250 days of back-test, weekends and holidays
-- Parameter: factor_id STRING = 'CM.WTI' -- what the file is
-- Parameter: log_shift DECIMAL(18,8) = 100 -- beyond the lowest price seen, -36.98 for WTI on 2020-04-20
-- Source: spot
-- Format: csv
-- Columns: Date AS price_date DATE NOT NULL, Price AS price DECIMAL(18,8)
-- Where: price IS NOT NULL AND price_date <= business_date()
-- Where: AND price_date > TIMESTAMPADD(DAY, -:days, business_date())
SELECT DISTINCT
  :factor_id AS factor_id,
  'COMMODITY' AS factor_class,
  'USD' AS currency,
  'SHIFTED_LOG' AS shift_type,
  :log_shift AS log_shift,
  60 AS liquidity_horizon_days
FROM spot
