-- Purpose: executions in instruments with an ISIN, on a venue or off it
-- View: mifir_trades
-- Rule: MiFIR Article 26(2)
-- Grain: one execution
SELECT t.*, i.isin, i.asset_class, i.kind, i.cfi, o.capacity
FROM trades t
JOIN instruments i ON t.instrument_id = i.instrument_id
JOIN (SELECT order_id, MIN(capacity) AS capacity FROM orders GROUP BY order_id) o ON t.order_id = o.order_id
WHERE i.isin IS NOT NULL
