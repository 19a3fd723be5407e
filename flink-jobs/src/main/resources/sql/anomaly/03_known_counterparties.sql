-- Purpose: the counterparties every account dealt with in the 90 days before tonight
-- View: known_counterparties
-- Grain: one account and counterparty
SELECT account_id, counterparty_account, counterparty_country, first_seen, last_seen
FROM account_counterparties_history
WHERE processing_date = previous_profile() AND last_seen >= business_date() - INTERVAL '90' DAY
UNION ALL
SELECT
  account_id,
  counterparty_account,
  MAX(counterparty_country) AS counterparty_country,
  MIN(last_seen) AS first_seen,
  MAX(last_seen) AS last_seen
FROM opening_counterparties
WHERE previous_profile() = ''
  AND last_seen < business_date()
  AND last_seen >= business_date() - INTERVAL '90' DAY
GROUP BY account_id, counterparty_account
