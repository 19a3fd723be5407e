-- Purpose: accounts as of the business date
-- View: accounts_as_of
SELECT account_id, customer_id, product, currency, status, opened_on, daily_limit
FROM accounts
WHERE valid_from <= DATE '${date}' AND (valid_to IS NULL OR valid_to >= DATE '${date}')
