-- Purpose: pairs of account and counterparty that met tonight for the first time in 90 days
-- View: new_counterparties
-- Grain: one account and counterparty
SELECT account_id, counterparty_account
FROM account_counterparties
WHERE first_seen = business_date()
