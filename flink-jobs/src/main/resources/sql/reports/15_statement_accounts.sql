-- Purpose: current accounts of firms with an IBAN whose bookings of the day are all in the account's currency
-- View: statement_accounts
-- Grain: one account
SELECT a.account_id, a.iban, a.currency, a.balance, c.name, c.country, COALESCE(m.net, CAST(0 AS DECIMAL(38, 2))) AS net
FROM current_accounts a
JOIN current_customers c ON a.customer_id = c.customer_id
LEFT JOIN (
  SELECT
    account_id,
    CAST(SUM(CASE WHEN transaction_type = 'CREDIT' THEN amount ELSE -amount END) AS DECIMAL(38, 2)) AS net,
    SUM(CASE WHEN currency <> account_currency THEN 1 ELSE 0 END) AS in_other_currencies
  FROM enriched_transactions
  GROUP BY account_id
) m ON a.account_id = m.account_id
WHERE c.customer_type IN ('CORPORATE', 'FINANCIAL') AND a.product = 'CURRENT' AND a.status = 'OPEN' AND a.iban IS NOT NULL
  AND COALESCE(m.in_other_currencies, 0) = 0
