-- Purpose: every customer's purchases before tonight: as published last, or on the first night as landed
-- View: purchases_before
-- Grain: one customer
SELECT customer_id, first_purchase, last_purchase, repeat_days, spend_base
FROM purchase_history_history
WHERE processing_date = previous_history()
UNION ALL
SELECT customer_id, first_purchase, last_purchase, repeat_days, spend_base
FROM opening_purchases
WHERE previous_history() = '' AND last_purchase < business_date()
