-- Scenario: SUR-05 quote stuffing
-- Purpose: a burst of messages within one second
-- Rule: Delegated Regulation (EU) 2016/522 annex II section 1 (quote stuffing); RTS 6 article 15 limits
-- Examines: ORDER
-- Inserts: surveillance_alerts
-- Parameter: minimum_messages BIGINT = 100 -- entries, changes and withdrawals within one second
-- Grain: one owner and instrument
WITH bursts AS (
  SELECT owner_id, instrument_id, FLOOR(event_time TO SECOND) AS second_start, COUNT(*) AS messages
  FROM orders
  WHERE event_type IN ('NEW', 'AMEND', 'CANCEL')
  GROUP BY owner_id, instrument_id, FLOOR(event_time TO SECOND)
  HAVING COUNT(*) >= :minimum_messages
), peaks AS (
  SELECT
    owner_id, instrument_id, MAX(messages) AS peak, SUM(messages) AS messages,
    MIN(second_start) AS first_second, TIMESTAMPADD(SECOND, 1, MAX(second_start)) AS last_second
  FROM bursts
  GROUP BY owner_id, instrument_id
)
SELECT
  'SUR-05:' || p.owner_id || ':' || p.instrument_id || ':' || processing_date() AS alert_id,
  'SURVEILLANCE' AS domain,
  'SUR-05' AS scenario_id,
  'OWNER' AS subject_type,
  p.owner_id AS subject_id,
  MIN(o.entered_at) AS window_start,
  MAX(o.entered_at) AS window_end,
  p.messages AS event_count,
  CAST(0 AS DECIMAL(18,2)) AS amount_base,
  CAST(p.peak AS DOUBLE) / CAST(:minimum_messages AS DOUBLE) AS score,
  evidence(o.entered_at, o.order_id) AS evidence,
  'up to ' || CAST(p.peak AS STRING) || ' messages within one second in ' || p.instrument_id || ', at least '
    || CAST(:minimum_messages AS STRING) AS explanation
FROM peaks AS p
JOIN order_lives AS o ON p.owner_id = o.owner_id AND p.instrument_id = o.instrument_id
WHERE o.entered_at >= p.first_second AND o.entered_at < p.last_second
GROUP BY p.owner_id, p.instrument_id, p.messages, p.peak
