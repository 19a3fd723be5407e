-- Scenario: SUR-02 layering
-- Purpose: several orders on one side withdrawn after a fill on the other
-- Rule: Delegated Regulation (EU) 2016/522 annex II section 1 (layering and spoofing)
-- Examines: ORDER, TRADE
-- Inserts: surveillance_alerts
-- Parameter: life_seconds INT = 120 -- the withdrawn orders stood no longer
-- Parameter: minimum_levels BIGINT = 3 -- prices the withdrawn orders stood at
-- Parameter: minimum_size_ratio DECIMAL(6,2) = 5 -- size withdrawn over size filled
-- Grain: one owner, instrument and side filled
WITH withdrawn AS (
  SELECT order_id, instrument_id, owner_id, side, entered_at, cancelled_at, quantity, limit_price
  FROM order_lives
  WHERE filled = 0
    AND cancelled_at IS NOT NULL
    AND limit_price IS NOT NULL
    AND TIMESTAMPDIFF(SECOND, entered_at, cancelled_at) <= :life_seconds
), around AS (
  SELECT
    f.trade_id, f.trade_time, f.instrument_id, f.owner_id, f.side, f.value_base,
    w.order_id, w.entered_at, w.cancelled_at, w.quantity, w.limit_price, f.quantity AS filled
  FROM executed AS f
  JOIN withdrawn AS w ON f.owner_id = w.owner_id AND f.instrument_id = w.instrument_id
  WHERE w.side <> f.side AND w.entered_at <= f.trade_time AND w.cancelled_at >= f.trade_time
), layered AS (
  SELECT trade_id, COUNT(DISTINCT limit_price) AS levels, SUM(quantity) / MAX(filled) AS size_ratio
  FROM around
  GROUP BY trade_id
  HAVING COUNT(DISTINCT limit_price) >= :minimum_levels AND SUM(quantity) >= :minimum_size_ratio * MAX(filled)
), members AS (
  SELECT
    a.owner_id, a.instrument_id, a.side, a.order_id,
    MIN(a.entered_at) AS entered_at,
    MAX(a.cancelled_at) AS cancelled_at,
    MAX(a.value_base) AS value_base,
    MAX(l.levels) AS levels,
    MAX(l.size_ratio) AS size_ratio
  FROM around AS a
  JOIN layered AS l ON a.trade_id = l.trade_id
  GROUP BY a.owner_id, a.instrument_id, a.side, a.order_id
)
SELECT
  'SUR-02:' || owner_id || ':' || instrument_id || ':' || side || ':' || processing_date() AS alert_id,
  'SURVEILLANCE' AS domain,
  'SUR-02' AS scenario_id,
  'OWNER' AS subject_type,
  owner_id AS subject_id,
  MIN(entered_at) AS window_start,
  MAX(cancelled_at) AS window_end,
  COUNT(*) AS event_count,
  MAX(value_base) AS amount_base,
  CAST(MAX(levels) AS DOUBLE) / CAST(:minimum_levels AS DOUBLE) AS score,
  evidence(entered_at, order_id) AS evidence,
  CAST(COUNT(*) AS STRING) || ' orders at ' || CAST(MAX(levels) AS STRING) || ' prices, ' || CAST(CAST(MAX(size_ratio) AS DECIMAL(18,1)) AS STRING)
    || ' times the size filled on the other side, stood around a fill in ' || instrument_id || ' and were withdrawn, at least '
    || CAST(:minimum_levels AS STRING) || ' prices and ' || CAST(:minimum_size_ratio AS STRING) || ' times' AS explanation
FROM members
GROUP BY owner_id, instrument_id, side
