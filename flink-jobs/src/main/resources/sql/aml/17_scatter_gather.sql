-- Scenario: AML-07 scatter-gather
-- Purpose: money that one account spreads over several and that meets again in one
-- Rule: AMLSim pattern scatter_gather: two hops on one day, hubs left out
-- Examines: TRANSFER, WIRE
-- Inserts: aml_alerts
-- Parameter: minimum_middles BIGINT = 3 -- accounts the money goes through
-- Parameter: minimum_total DECIMAL(18,2) = 3000 -- what reaches the sink
-- Grain: one origin and sink
WITH passed AS (
  SELECT origin, sink, middle, second_id, first_time, second_time, second_amount
  FROM (
    SELECT
      origin, sink, middle, second_id, first_time, second_time, second_amount,
      ROW_NUMBER() OVER (PARTITION BY origin, sink, second_id ORDER BY first_time, first_id) AS candidate
    FROM two_hops
    WHERE origin <> sink
  )
  WHERE candidate = 1
), met AS (
  SELECT origin, sink, COUNT(DISTINCT middle) AS middles
  FROM passed
  GROUP BY origin, sink
  HAVING COUNT(DISTINCT middle) >= :minimum_middles AND SUM(second_amount) >= :minimum_total
)
SELECT
  'AML-07:' || p.origin || '>' || p.sink || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-07' AS scenario_id,
  'ACCOUNT' AS subject_type,
  p.origin AS subject_id,
  MIN(p.first_time) AS window_start,
  MAX(p.second_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(p.second_amount) AS amount_base,
  CAST(m.middles AS DOUBLE) / CAST(:minimum_middles AS DOUBLE) AS score,
  evidence(p.second_time, p.second_id) AS evidence,
  CAST(m.middles AS STRING) || ' accounts passed ' || CAST(SUM(p.second_amount) AS STRING) || ' on to ' || p.sink
    || ', at least ' || CAST(:minimum_middles AS STRING) || ' accounts' AS explanation
FROM passed AS p
JOIN met AS m ON p.origin = m.origin AND p.sink = m.sink
GROUP BY p.origin, p.sink, m.middles
