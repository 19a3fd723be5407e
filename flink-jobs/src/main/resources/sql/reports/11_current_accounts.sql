-- Purpose: accounts in the version that holds on the business date
-- View: current_accounts
-- Grain: one account
SELECT *
FROM accounts
WHERE valid_from <= business_date() AND (valid_to IS NULL OR valid_to >= business_date())
