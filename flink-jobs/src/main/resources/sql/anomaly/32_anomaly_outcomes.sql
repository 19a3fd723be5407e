-- Purpose: how many transactions every detector found normal, flagged, or could not judge
-- Inserts: anomaly_outcomes
-- Grain: one detector and outcome
SELECT detector, outcome, COUNT(*) AS transaction_count, SUM(amount_base) AS amount_base
FROM verdicts
GROUP BY detector, outcome
