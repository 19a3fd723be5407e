-- Purpose: everything that secures an exposure, gathered
-- View: securing_items
-- Order: the function that takes the items sorts them
-- Grain: one exposure with collateral
SELECT
  c.exposure_id,
  ARRAY_AGG(ROW(
    c.collateral_type,
    c.currency,
    CAST(ROUND(c.market_value * f.rate_to_base, 2) AS DECIMAL(38, 2)),
    c.rating,
    c.residual_years)) AS items
FROM collateral c
JOIN fixings f ON c.currency = f.currency
GROUP BY c.exposure_id
