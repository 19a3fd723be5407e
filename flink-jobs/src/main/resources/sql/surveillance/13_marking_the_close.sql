-- Scenario: SUR-03 marking the close
-- Purpose: one owner dominates the last minutes and the price follows
-- Rule: Delegated Regulation (EU) 2016/522 annex II section 1 (marking the close)
-- Examines: TRADE
-- Inserts: surveillance_alerts
-- Parameter: window_seconds INT = 600 -- before the last trade of the venue
-- Parameter: minimum_share DECIMAL(4,2) = 0.50 -- of the volume in the window
-- Parameter: minimum_move DECIMAL(6,4) = 0.0100 -- from the last price before the window to the last in it
-- Parameter: minimum_trades BIGINT = 3 -- of the owner in the window
-- Grain: one owner, instrument and side
WITH closes AS (
  SELECT mic, MAX(trade_time) AS closed_at
  FROM executed
  WHERE mic NOT IN ('XOFF', 'XXXX')
  GROUP BY mic
), timed AS (
  SELECT
    e.trade_id, e.trade_time, e.instrument_id, e.mic, e.side, e.owner_id, e.quantity, e.price, e.value_base,
    TIMESTAMPDIFF(SECOND, e.trade_time, c.closed_at) <= :window_seconds AS late
  FROM executed AS e
  JOIN closes AS c ON e.mic = c.mic
), latest AS (
  SELECT instrument_id, mic, late, price
  FROM (
    SELECT
      instrument_id, mic, late, price,
      ROW_NUMBER() OVER (PARTITION BY instrument_id, mic, late ORDER BY trade_time DESC, trade_id DESC) AS recency
    FROM timed
  )
  WHERE recency = 1
), moves AS (
  SELECT a.instrument_id, a.mic, CAST(a.price / b.price - 1 AS DECIMAL(10,4)) AS price_move
  FROM latest AS a
  JOIN latest AS b ON a.instrument_id = b.instrument_id AND a.mic = b.mic
  WHERE a.late AND NOT b.late AND b.price > 0
), volumes AS (
  SELECT instrument_id, mic, SUM(quantity) AS volume
  FROM timed
  WHERE late
  GROUP BY instrument_id, mic
)
SELECT
  'SUR-03:' || t.owner_id || ':' || t.instrument_id || ':' || t.side || ':' || processing_date() AS alert_id,
  'SURVEILLANCE' AS domain,
  'SUR-03' AS scenario_id,
  'OWNER' AS subject_type,
  t.owner_id AS subject_id,
  MIN(t.trade_time) AS window_start,
  MAX(t.trade_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(t.value_base) AS amount_base,
  CAST(SUM(t.quantity) AS DOUBLE) / CAST(v.volume AS DOUBLE) / CAST(:minimum_share AS DOUBLE) AS score,
  evidence(t.trade_time, t.trade_id) AS evidence,
  CAST(CAST(100 * SUM(t.quantity) / v.volume AS DECIMAL(5,1)) AS STRING) || ' % of the last '
    || CAST(:window_seconds AS STRING) || ' seconds in ' || t.instrument_id || ', price moved by '
    || CAST(m.price_move AS STRING) || ', at least ' || CAST(:minimum_share AS STRING) || ' of the volume and '
    || CAST(:minimum_move AS STRING) AS explanation
FROM timed AS t
JOIN moves AS m ON t.instrument_id = m.instrument_id AND t.mic = m.mic
JOIN volumes AS v ON t.instrument_id = v.instrument_id AND t.mic = v.mic
WHERE t.late
  AND (t.side = 'BUY' AND m.price_move >= :minimum_move OR t.side = 'SELL' AND m.price_move <= -:minimum_move)
GROUP BY t.owner_id, t.instrument_id, t.side, v.volume, m.price_move
HAVING COUNT(*) >= :minimum_trades AND SUM(t.quantity) >= :minimum_share * v.volume
