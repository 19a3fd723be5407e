-- Purpose: the behavioural segments as ranges of recency and frequency scores
-- View: segments
-- Rule: the ranges cover every pair of scores exactly once
-- Grain: one segment
SELECT CAST(segment AS STRING) AS segment, recency_from, recency_to, frequency_from, frequency_to
FROM (VALUES
  ('CHAMPION', 5, 5, 4, 5),
  ('LOYAL', 3, 4, 4, 5),
  ('POTENTIAL_LOYALIST', 4, 5, 2, 3),
  ('NEW', 5, 5, 1, 1),
  ('PROMISING', 4, 4, 1, 1),
  ('NEEDS_ATTENTION', 3, 3, 3, 3),
  ('ABOUT_TO_SLEEP', 3, 3, 1, 2),
  ('AT_RISK', 1, 2, 3, 4),
  ('CANNOT_LOSE', 1, 2, 5, 5),
  ('HIBERNATING', 1, 2, 1, 2)
) AS ranges (segment, recency_from, recency_to, frequency_from, frequency_to)
