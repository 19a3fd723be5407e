-- Purpose: the VIX at close: every day's level, as an annual volatility
-- Feed: market_history
-- Each: vix gives 1
-- Parameter: days INT = 1500 -- 500 scenarios and 250 days of back-test, weekends and holidays
-- Source: vix
-- Format: csv
-- Ignore: OPEN, HIGH, LOW
-- Columns: DATE AS price_date DATE NOT NULL, CLOSE AS points DECIMAL(18,8)
-- Where: points IS NOT NULL AND price_date <= business_date()
-- Where: AND price_date > TIMESTAMPADD(DAY, -:days, business_date())
SELECT 'VOL.VIX' AS factor_id, price_date, points / 100 AS level
FROM vix
