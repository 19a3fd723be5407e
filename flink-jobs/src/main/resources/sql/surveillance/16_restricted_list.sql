-- Scenario: SUR-06 restricted list
-- Purpose: own dealing in an instrument on the restricted list
-- Rule: Delegated Regulation (EU) 2017/565 article 29: personal and own-account dealing while inside information is held
-- Examines: ORDER, TRADE
-- Inserts: surveillance_alerts
-- Grain: one owner and instrument
WITH restricted AS (
  SELECT entry_value AS instrument_id, MIN(list_name) AS list_name
  FROM watchlists
  WHERE entry_type = 'INSTRUMENT'
    AND listed_on <= business_date()
    AND (delisted_on IS NULL OR delisted_on >= business_date())
  GROUP BY entry_value
)
SELECT
  'SUR-06:' || e.owner_id || ':' || e.instrument_id || ':' || processing_date() AS alert_id,
  'SURVEILLANCE' AS domain,
  'SUR-06' AS scenario_id,
  'OWNER' AS subject_type,
  e.owner_id AS subject_id,
  MIN(e.trade_time) AS window_start,
  MAX(e.trade_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(e.value_base) AS amount_base,
  CAST(COUNT(*) AS DOUBLE) AS score,
  evidence(e.trade_time, e.trade_id) AS evidence,
  CAST(COUNT(*) AS STRING) || ' own trades in ' || e.instrument_id || ', listed as ' || MIN(r.list_name) AS explanation
FROM executed AS e
JOIN restricted AS r ON e.instrument_id = r.instrument_id
JOIN order_lives AS o ON e.order_id = o.order_id
WHERE o.capacity = 'PRINCIPAL'
GROUP BY e.owner_id, e.instrument_id
