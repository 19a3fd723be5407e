-- Purpose: the transactions a detector flags, with the arithmetic that flagged them
-- Inserts: anomalies
-- Grain: one transaction and detector
SELECT
  transaction_id, account_id, customer_id, detector, outcome, observed, expected, spread, score, threshold,
  history_days, amount_base, explanation
FROM verdicts
WHERE outcome = 'FLAGGED'
