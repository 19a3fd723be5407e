-- Purpose: each order from its entry to its end
-- View: order_lives
-- Shared: several scenarios read it
-- Grain: one order
SELECT
  order_id,
  MIN(instrument_id) AS instrument_id,
  MIN(side) AS side,
  MIN(trader_id) AS trader_id,
  MIN(owner_id) AS owner_id,
  MIN(capacity) AS capacity,
  MIN(event_time) AS entered_at,
  MAX(CASE WHEN event_type = 'CANCEL' THEN event_time END) AS cancelled_at,
  MAX(CASE WHEN event_type = 'NEW' THEN quantity END) AS quantity,
  MAX(CASE WHEN event_type = 'NEW' THEN limit_price END) AS limit_price,
  SUM(CASE WHEN event_type = 'FILL' THEN quantity ELSE 0 END) AS filled,
  COUNT(*) AS messages
FROM orders
GROUP BY order_id
