-- Purpose: the entries of the watch-lists in force on the business date
-- View: listed
-- Grain: one listed value; a value on several lists names the first by name
SELECT entry_type, entry_value, MIN(list_name) AS list_name
FROM watchlists
WHERE listed_on <= business_date() AND (delisted_on IS NULL OR delisted_on >= business_date())
GROUP BY entry_type, entry_value
