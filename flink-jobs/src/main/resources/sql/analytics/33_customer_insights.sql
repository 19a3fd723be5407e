-- Purpose: every customer's segment and lifetime value
-- Inserts: customer_insights
-- Grain: one customer
SELECT
  customer_id, segment, recency_score, frequency_score, monetary_score, last_purchase, repeat_days, spend_base,
  probability_active, expected_purchases, expected_value, lifetime_value
FROM insights
