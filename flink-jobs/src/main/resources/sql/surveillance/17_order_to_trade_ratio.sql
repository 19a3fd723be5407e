-- Scenario: SUR-07 order-to-trade ratio
-- Purpose: many messages for few trades over the day
-- Rule: RTS 9 (Delegated Regulation (EU) 2017/566): ratio of unexecuted orders to transactions
-- Examines: ORDER
-- Inserts: surveillance_alerts
-- Parameter: minimum_messages BIGINT = 500 -- below it the ratio is noise
-- Parameter: maximum_ratio DECIMAL(8,2) = 15 -- messages per fill
-- Grain: one trader and instrument
WITH ratios AS (
  SELECT
    trader_id, instrument_id, SUM(messages) AS messages,
    SUM(CASE WHEN filled > 0 THEN 1 ELSE 0 END) AS fills,
    MIN(entered_at) AS window_start, MAX(entered_at) AS window_end
  FROM order_lives
  GROUP BY trader_id, instrument_id
  HAVING SUM(messages) >= :minimum_messages
    AND SUM(messages) > :maximum_ratio * GREATEST(1, SUM(CASE WHEN filled > 0 THEN 1 ELSE 0 END))
)
SELECT
  'SUR-07:' || r.trader_id || ':' || r.instrument_id || ':' || processing_date() AS alert_id,
  'SURVEILLANCE' AS domain,
  'SUR-07' AS scenario_id,
  'TRADER' AS subject_type,
  r.trader_id AS subject_id,
  r.window_start AS window_start,
  r.window_end AS window_end,
  r.messages AS event_count,
  CAST(0 AS DECIMAL(18,2)) AS amount_base,
  CAST(r.messages AS DOUBLE) / CAST(GREATEST(1, r.fills) AS DOUBLE) / CAST(:maximum_ratio AS DOUBLE) AS score,
  evidence(o.entered_at, o.order_id) AS evidence,
  CAST(r.messages AS STRING) || ' messages and ' || CAST(r.fills AS STRING) || ' orders filled in ' || r.instrument_id
    || ', at most ' || CAST(:maximum_ratio AS STRING) || ' messages per order filled' AS explanation
FROM ratios AS r
JOIN order_lives AS o ON r.trader_id = o.trader_id AND r.instrument_id = o.instrument_id
GROUP BY r.trader_id, r.instrument_id, r.messages, r.fills, r.window_start, r.window_end
