-- Purpose: the bank's own accounts by the number other accounts pay them under
-- View: own_accounts
-- Grain: one account in its version of the business date
SELECT account_id, COALESCE(iban, account_id) AS node, opened_on
FROM accounts
WHERE valid_from <= business_date() AND (valid_to IS NULL OR valid_to >= business_date())
