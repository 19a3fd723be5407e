-- Customers a former load of the same date brought and this one does not.
DELETE FROM customer_insights AS live
WHERE live.business_date = ? AND NOT EXISTS (
  SELECT 1 FROM customer_insights_load AS new WHERE new.customer_id = live.customer_id
);
INSERT INTO customer_insights AS live (
  customer_id, business_date, segment, recency_score, frequency_score, monetary_score, last_purchase, repeat_days,
  spend_base, probability_active, expected_purchases, expected_value, lifetime_value)
SELECT
  customer_id, ?, segment, recency_score, frequency_score, monetary_score, last_purchase, repeat_days,
  spend_base, probability_active, expected_purchases, expected_value, lifetime_value
FROM customer_insights_load
ON CONFLICT (customer_id) DO UPDATE SET
  business_date = excluded.business_date,
  segment = excluded.segment,
  recency_score = excluded.recency_score,
  frequency_score = excluded.frequency_score,
  monetary_score = excluded.monetary_score,
  last_purchase = excluded.last_purchase,
  repeat_days = excluded.repeat_days,
  spend_base = excluded.spend_base,
  probability_active = excluded.probability_active,
  expected_purchases = excluded.expected_purchases,
  expected_value = excluded.expected_value,
  lifetime_value = excluded.lifetime_value
WHERE live.business_date <= excluded.business_date;
DELETE FROM recommendations
WHERE business_date <= ?;
INSERT INTO recommendations (customer_id, place, business_date, item, score)
SELECT customer_id, place, ?, item, score
FROM recommendations_load
ON CONFLICT (customer_id, place) DO NOTHING;
INSERT INTO insights_loads (business_date, customers, spend_base)
SELECT ?, COUNT(*), COALESCE(SUM(spend_base), 0)
FROM customer_insights_load
ON CONFLICT (business_date) DO UPDATE SET customers = excluded.customers, spend_base = excluded.spend_base;
