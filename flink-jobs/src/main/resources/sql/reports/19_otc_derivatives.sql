-- Purpose: tonight's new swaps and forwards against a counterparty with an LEI; exchange-traded derivatives are left out,
-- Purpose: for the format as declared has strikes in percent only
-- View: otc_derivatives
-- Rule: EMIR Article 9; the foreign currency of a forward is that of its risk factor, e.g. FX.USD
-- Grain: one transaction
SELECT
  t.trade_id, t.trade_time, t.quantity, t.price, t.currency, t.mic, t.uti,
  t.buyer_id = t.book AS bought,
  o.capacity,
  i.kind, i.cfi, i.maturity_date, i.coupon_rate,
  SUBSTRING(i.risk_factor, 4, 3) AS foreign_currency,
  c.lei AS counterparty_lei,
  c.country AS counterparty_country,
  c.sector AS counterparty_sector
FROM trades AS t
JOIN instruments AS i ON t.instrument_id = i.instrument_id
JOIN counterparties AS c ON t.counterparty_id = c.counterparty_id
JOIN (SELECT order_id, MIN(capacity) AS capacity FROM orders GROUP BY order_id) AS o ON t.order_id = o.order_id
WHERE t.uti IS NOT NULL
  AND c.lei IS NOT NULL
  AND (i.kind = 'SWAP' AND i.asset_class = 'RATE' OR i.kind = 'FORWARD' AND i.asset_class = 'FX' AND i.risk_factor LIKE 'FX.%')
