-- Purpose: daily closing prices of shares, one column each: every day's level
-- Feed: market_history
-- Each: share_price gives 1
-- Parameter: days INT = 1500 -- 500 scenarios and 250 days of back-test, weekends and holidays
-- Parameter: currency STRING = 'USD' -- of the prices
-- Source: share_price
-- Format: csv
-- Columns: Date AS price_date DATE NOT NULL
-- Unpivot: share STRING, price DECIMAL(18,8)
-- Where: price IS NOT NULL AND price_date <= business_date()
-- Where: AND price_date > TIMESTAMPADD(DAY, -:days, business_date())
SELECT 'EQ.' || share AS factor_id, price_date, price AS level
FROM share_price
