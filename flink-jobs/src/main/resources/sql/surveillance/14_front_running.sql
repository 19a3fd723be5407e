-- Scenario: SUR-04 front running
-- Purpose: own dealing just before a large client order, undone after it
-- Rule: Regulation (EU) 596/2014 article 7(1)(d); Delegated Regulation (EU) 2016/522 annex II section 1
-- Examines: ORDER, TRADE
-- Inserts: surveillance_alerts
-- Parameter: before_seconds INT = 300 -- own trade to client order
-- Parameter: after_seconds INT = 1800 -- client order to the trade that undoes the first
-- Parameter: minimum_size_ratio DECIMAL(6,2) = 5 -- client order over own trade
-- Grain: one trader, instrument and side
WITH own AS (
  SELECT e.trade_id, e.trade_time, e.instrument_id, e.side, e.trader_id, e.owner_id, e.quantity, e.value_base
  FROM executed AS e
  JOIN order_lives AS o ON e.order_id = o.order_id
  WHERE o.capacity = 'PRINCIPAL'
), run AS (
  SELECT
    a.trader_id, a.instrument_id, a.side, a.owner_id,
    a.trade_id AS first_id, a.trade_time AS first_time, a.value_base,
    c.order_id AS client_id, c.entered_at AS client_time,
    b.trade_id AS last_id, b.trade_time AS last_time,
    c.quantity / a.quantity AS size_ratio
  FROM own AS a
  JOIN order_lives AS c ON a.trader_id = c.trader_id AND a.instrument_id = c.instrument_id AND a.side = c.side
  JOIN own AS b ON a.trader_id = b.trader_id AND a.instrument_id = b.instrument_id AND a.owner_id = b.owner_id
  WHERE c.capacity = 'AGENT'
    AND b.side <> a.side
    AND c.entered_at > a.trade_time
    AND TIMESTAMPDIFF(SECOND, a.trade_time, c.entered_at) <= :before_seconds
    AND b.trade_time > c.entered_at
    AND TIMESTAMPDIFF(SECOND, c.entered_at, b.trade_time) <= :after_seconds
    AND a.quantity > 0
    AND c.quantity >= :minimum_size_ratio * a.quantity
), members AS (
  SELECT trader_id, instrument_id, side, id, MIN(happened_at) AS happened_at, MAX(value_base) AS value_base, MAX(size_ratio) AS size_ratio
  FROM (
    SELECT trader_id, instrument_id, side, first_id AS id, first_time AS happened_at, value_base, size_ratio FROM run
    UNION ALL
    SELECT trader_id, instrument_id, side, client_id AS id, client_time AS happened_at, 0 AS value_base, size_ratio FROM run
    UNION ALL
    SELECT trader_id, instrument_id, side, last_id AS id, last_time AS happened_at, 0 AS value_base, size_ratio FROM run
  )
  GROUP BY trader_id, instrument_id, side, id
)
SELECT
  'SUR-04:' || trader_id || ':' || instrument_id || ':' || side || ':' || processing_date() AS alert_id,
  'SURVEILLANCE' AS domain,
  'SUR-04' AS scenario_id,
  'TRADER' AS subject_type,
  trader_id AS subject_id,
  MIN(happened_at) AS window_start,
  MAX(happened_at) AS window_end,
  COUNT(*) AS event_count,
  SUM(value_base) AS amount_base,
  CAST(MAX(size_ratio) AS DOUBLE) / CAST(:minimum_size_ratio AS DOUBLE) AS score,
  evidence(happened_at, id) AS evidence,
  'own ' || LOWER(side) || ' in ' || instrument_id || ' at most ' || CAST(:before_seconds AS STRING)
    || ' seconds before a client order ' || CAST(CAST(MAX(size_ratio) AS DECIMAL(18,1)) AS STRING)
    || ' times its size, undone after it, at least ' || CAST(:minimum_size_ratio AS STRING) || ' times' AS explanation
FROM members
GROUP BY trader_id, instrument_id, side
