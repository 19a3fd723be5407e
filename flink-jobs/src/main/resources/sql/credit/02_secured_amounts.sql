-- Purpose: what collateral would bring per exposure after the cost of realising it; a guarantee is no collateral
-- View: secured_amounts
-- Rule: CRE32.11 for property (40 %); CRE22.50 for securities, the longest maturity of their kind
-- Grain: one exposure with collateral
SELECT
  c.exposure_id,
  CAST(SUM(ROUND(c.market_value * f.rate_to_base * CASE c.collateral_type
    WHEN 'CASH' THEN 1.00
    WHEN 'GOLD' THEN 0.80
    WHEN 'GOVERNMENT_BOND' THEN 0.94
    WHEN 'CORPORATE_BOND' THEN 0.80
    WHEN 'EQUITY' THEN 0.70
    WHEN 'PROPERTY' THEN 0.60
    ELSE 0.00 END, 2)) AS DECIMAL(38, 2)) AS secured_base
FROM collateral c
JOIN fixings f ON c.currency = f.currency
GROUP BY c.exposure_id
