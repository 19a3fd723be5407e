-- Purpose: every transaction beside the ten last and the last six hours of its account
-- View: rolling
SELECT
  account_id,
  amount_base,
  COUNT(*) OVER ten AS ten_count,
  SUM(amount_base) OVER ten AS ten_sum,
  COUNT(*) OVER hours AS hours_count,
  SUM(amount_base) OVER hours AS hours_sum
FROM (SELECT account_id, transaction_id, booking_time, amount_base, date_diff('second', TIMESTAMP '2026-01-01 00:00:00', booking_time) AS booking_second FROM enriched_transactions)
WINDOW ten AS (PARTITION BY account_id ORDER BY booking_time, transaction_id ROWS BETWEEN 9 PRECEDING AND CURRENT ROW),
  hours AS (PARTITION BY account_id ORDER BY booking_second RANGE BETWEEN 21600 PRECEDING AND CURRENT ROW)
