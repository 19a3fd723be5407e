-- Purpose: accounts of people who are resident for tax elsewhere, open on the last day of the year or now
-- View: crs_accounts
-- Rule: Common Reporting Standard, Section I and VIII; one message per receiving jurisdiction
-- Grain: one account
SELECT a.account_id, a.iban, a.status, a.currency, a.balance, c.tax_country, c.tax_id, c.name, c.country, c.address,
  c.postal_code, c.city
FROM current_accounts a
JOIN current_customers c ON a.customer_id = c.customer_id
WHERE c.customer_type = 'INDIVIDUAL' AND c.tax_country IS NOT NULL AND c.tax_country <> institution_country()
  AND a.product IN ('CURRENT', 'SAVINGS', 'CUSTODY')
