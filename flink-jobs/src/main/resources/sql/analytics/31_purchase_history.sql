-- Purpose: every customer's purchases up to tonight, for tomorrow
-- Inserts: purchase_history
-- Grain: one customer
SELECT customer_id, first_purchase, last_purchase, repeat_days, spend_base, weeks_observed
FROM purchases_so_far
