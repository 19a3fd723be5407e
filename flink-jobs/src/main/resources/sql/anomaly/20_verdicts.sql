-- Purpose: what every detector says of every transaction
-- View: verdicts
-- Shared: the anomalies and the counts of outcomes read it
-- Grain: one transaction and detector
SELECT * FROM detector_robust_z
UNION ALL
SELECT * FROM detector_largest
UNION ALL
SELECT * FROM detector_velocity
UNION ALL
SELECT * FROM detector_new_counterparty
UNION ALL
SELECT * FROM detector_hour
UNION ALL
SELECT * FROM detector_country
UNION ALL
SELECT * FROM detector_spending
