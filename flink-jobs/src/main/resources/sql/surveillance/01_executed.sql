-- Purpose: the day's trades seen from the owner whose order was filled, with their value
-- View: executed
-- Shared: most scenarios read it
-- Rule: a trade in a currency without a fixing counts with a value of 0
-- Grain: one trade
SELECT
  t.trade_id,
  t.order_id,
  t.trade_time,
  t.instrument_id,
  t.side,
  t.quantity,
  t.price,
  t.currency,
  t.mic,
  t.trader_id,
  CASE t.side WHEN 'BUY' THEN t.buyer_id ELSE t.seller_id END AS owner_id,
  CASE t.side WHEN 'BUY' THEN t.seller_id ELSE t.buyer_id END AS other_id,
  CAST(t.quantity * t.price * COALESCE(r.rate_to_base, CASE WHEN t.currency = base_currency() THEN 1 ELSE 0 END)
    AS DECIMAL(18,2)) AS value_base
FROM trades AS t
LEFT JOIN base_rates AS r ON t.currency = r.currency
