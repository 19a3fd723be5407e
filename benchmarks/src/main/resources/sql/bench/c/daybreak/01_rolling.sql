-- Purpose: every transaction beside the ten last and the last six hours of its account
-- View: rolling
SELECT
  account_id,
  amount_base,
  COUNT(*) OVER ten AS ten_count,
  SUM(amount_base) OVER ten AS ten_sum,
  within_count(booking_second, 21600) OVER seconds AS hours_count,
  within_sum(amount_base, booking_second, 21600) OVER seconds AS hours_sum
FROM (SELECT account_id, transaction_id, booking_time, amount_base, CAST(TIMESTAMPDIFF(SECOND, TIMESTAMP '2026-01-01 00:00:00', booking_time) AS BIGINT) AS booking_second FROM enriched_transactions)
WINDOW ten AS (PARTITION BY account_id ORDER BY booking_time, transaction_id ROWS BETWEEN 9 PRECEDING AND CURRENT ROW),
  seconds AS (PARTITION BY account_id ORDER BY booking_second RANGE UNBOUNDED PRECEDING)
