-- Purpose: whom every account has dealt with in the 90 days that end tonight
-- Inserts: account_counterparties
-- Grain: one account and counterparty
SELECT
  account_id,
  counterparty_account,
  COALESCE(MAX(CASE WHEN last_seen = business_date() THEN counterparty_country END), MAX(counterparty_country))
    AS counterparty_country,
  MIN(first_seen) AS first_seen,
  MAX(last_seen) AS last_seen
FROM (
  SELECT account_id, counterparty_account, counterparty_country, first_seen, last_seen
  FROM known_counterparties
  WHERE last_seen > business_date() - INTERVAL '90' DAY
  UNION ALL
  SELECT account_id, counterparty_account, other_country, business_date(), business_date()
  FROM booked
  WHERE counterparty_account <> '-'
)
GROUP BY account_id, counterparty_account
