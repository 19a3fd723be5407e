-- Purpose: the US Treasury's par yields: every day's level, as decimals. The file writes a missing yield as 0.0; a yield that was
-- Purpose: zero cannot be told from it and is left out too
-- Feed: market_history
-- Each: par_yield gives 1
-- Parameter: days INT = 1500 -- 500 scenarios and 250 days of back-test, weekends and holidays
-- Source: par_yield
-- Format: csv
-- Null: 0.0
-- Ignore: BC_30YEARDISPLAY
-- Columns: date AS price_date DATE NOT NULL
-- Unpivot: maturity STRING, quoted DECIMAL(18,8)
-- Where: quoted IS NOT NULL AND price_date <= business_date()
-- Where: AND price_date > TIMESTAMPADD(DAY, -:days, business_date())
SELECT
  'IR.USD.' || REPLACE(REPLACE(REPLACE(maturity, 'BC_', ''), 'MONTH', 'M'), 'YEAR', 'Y') AS factor_id,
  price_date,
  quoted / 100 AS level
FROM par_yield
