-- Purpose: customers in the version that holds on the business date
-- View: current_customers
-- Grain: one customer
SELECT *
FROM customers
WHERE valid_from <= business_date() AND (valid_to IS NULL OR valid_to >= business_date())
