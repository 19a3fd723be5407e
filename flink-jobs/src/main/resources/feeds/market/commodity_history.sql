-- Purpose: one commodity's daily spot price: every day's level. A spot price may be negative, so its moves are of a shifted
-- Purpose: logarithm
-- Feed: market_history
-- Each: spot gives 1
-- Parameter: days INT = 1500 -- 500 scenarios and 250 days of back-test, weekends and holidays
-- Parameter: factor_id STRING = 'CM.WTI' -- what the file is
-- Parameter: log_shift DECIMAL(18,8) = 100 -- beyond the lowest price seen, -36.98 for WTI on 2020-04-20
-- Source: spot
-- Format: csv
-- Columns: Date AS price_date DATE NOT NULL, Price AS price DECIMAL(18,8)
-- Where: price IS NOT NULL AND price_date <= business_date()
-- Where: AND price_date > TIMESTAMPADD(DAY, -:days, business_date())
SELECT :factor_id AS factor_id, price_date, price AS level
FROM spot
