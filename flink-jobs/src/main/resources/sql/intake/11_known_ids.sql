-- Purpose: transaction identifiers of the day that an earlier night has already published
-- View: known_ids
-- Parameter: history_days INT = 7 -- a repeated delivery shows within a week
-- Grain: one identifier
SELECT t.transaction_id
FROM (SELECT DISTINCT transaction_id FROM transactions WHERE transaction_id IS NOT NULL) t
JOIN (
  SELECT DISTINCT transaction_id
  FROM enriched_transactions_history
  WHERE processing_date >= CAST(TIMESTAMPADD(DAY, -:history_days, business_date()) AS STRING)
) h ON t.transaction_id = h.transaction_id
