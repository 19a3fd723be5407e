-- Purpose: what a listed country adds to a score: 2 high risk, 1 monitored
-- View: country_risk
SELECT entry_value AS country, max(CASE WHEN list_name IN ('FATF_HIGH_RISK', 'SANCTIONS') THEN 2 ELSE 1 END) AS risk
FROM listed
WHERE entry_type = 'COUNTRY'
GROUP BY entry_value
