-- Purpose: what is on a list as of the business date
-- View: listed
SELECT list_name, entry_type, entry_value
FROM watchlists
WHERE listed_on <= DATE '${date}' AND (delisted_on IS NULL OR delisted_on >= DATE '${date}')
