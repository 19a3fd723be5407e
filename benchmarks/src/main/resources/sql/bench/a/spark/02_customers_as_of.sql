-- Purpose: customers as of the business date
-- View: customers_as_of
SELECT customer_id, customer_tier, customer_type, country, segment, kyc_risk, pep
FROM customers
WHERE valid_from <= DATE '${date}' AND (valid_to IS NULL OR valid_to >= DATE '${date}')
