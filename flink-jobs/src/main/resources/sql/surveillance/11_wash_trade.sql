-- Scenario: SUR-01 wash trade
-- Purpose: trades without a change of beneficial ownership: one owner on both sides, or a purchase and a sale that undo each other
-- Rule: Regulation (EU) 596/2014 article 12(1)(a); Delegated Regulation (EU) 2016/522 annex II section 1
-- Examines: TRADE
-- Inserts: surveillance_alerts
-- Parameter: window_seconds INT = 60 -- a purchase and a sale of the same size at the same price this close undo each other
-- Parameter: minimum_trades BIGINT = 2 -- a single cross may be an accident of two algorithms
-- Grain: one owner and instrument
WITH washed AS (
  SELECT trade_id, trade_time, instrument_id, owner_id, value_base
  FROM executed
  WHERE owner_id = other_id
  UNION
  SELECT a.trade_id, a.trade_time, a.instrument_id, a.owner_id, a.value_base
  FROM executed AS a
  JOIN executed AS b
    ON a.owner_id = b.owner_id AND a.instrument_id = b.instrument_id AND a.quantity = b.quantity AND a.price = b.price
  WHERE a.side <> b.side AND ABS(TIMESTAMPDIFF(SECOND, a.trade_time, b.trade_time)) <= :window_seconds
)
SELECT
  'SUR-01:' || owner_id || ':' || instrument_id || ':' || processing_date() AS alert_id,
  'SURVEILLANCE' AS domain,
  'SUR-01' AS scenario_id,
  'OWNER' AS subject_type,
  owner_id AS subject_id,
  MIN(trade_time) AS window_start,
  MAX(trade_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(value_base) AS amount_base,
  CAST(COUNT(*) AS DOUBLE) / CAST(:minimum_trades AS DOUBLE) AS score,
  evidence(trade_time, trade_id) AS evidence,
  CAST(COUNT(*) AS STRING) || ' trades in ' || instrument_id || ' left the beneficial owner the same, at least '
    || CAST(:minimum_trades AS STRING) AS explanation
FROM washed
GROUP BY owner_id, instrument_id
HAVING COUNT(*) >= :minimum_trades
