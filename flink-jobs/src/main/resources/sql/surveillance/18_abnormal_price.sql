-- Scenario: SUR-08 abnormal price
-- Purpose: trades far from the closing price the bank values its own positions at
-- Rule: Delegated Regulation (EU) 2016/522 annex II section 1: transactions at a price apart from the market; instruments the bank holds at one price
-- Examines: TRADE
-- Inserts: surveillance_alerts
-- Parameter: maximum_deviation DECIMAL(6,4) = 0.1000 -- of the closing price
-- Grain: one owner and instrument
WITH last_close AS (
  SELECT instrument_id, MAX(price) AS close_price
  FROM positions
  WHERE price > 0
  GROUP BY instrument_id
  HAVING MIN(price) = MAX(price)
)
SELECT
  'SUR-08:' || e.owner_id || ':' || e.instrument_id || ':' || processing_date() AS alert_id,
  'SURVEILLANCE' AS domain,
  'SUR-08' AS scenario_id,
  'OWNER' AS subject_type,
  e.owner_id AS subject_id,
  MIN(e.trade_time) AS window_start,
  MAX(e.trade_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(e.value_base) AS amount_base,
  CAST(MAX(ABS(e.price / c.close_price - 1)) AS DOUBLE) / CAST(:maximum_deviation AS DOUBLE) AS score,
  evidence(e.trade_time, e.trade_id) AS evidence,
  CAST(COUNT(*) AS STRING) || ' trades in ' || e.instrument_id || ' up to '
    || CAST(CAST(MAX(ABS(e.price / c.close_price - 1)) AS DECIMAL(10,4)) AS STRING) || ' from the close of '
    || CAST(MAX(c.close_price) AS STRING) || ', at most ' || CAST(:maximum_deviation AS STRING) AS explanation
FROM executed AS e
JOIN last_close AS c ON e.instrument_id = c.instrument_id
WHERE ABS(e.price / c.close_price - 1) > :maximum_deviation
GROUP BY e.owner_id, e.instrument_id
