-- Purpose: what stands out of every account's day: amounts of three times the rolling mean, the busiest six hours
-- Inserts: by_account
SELECT
  account_id,
  COUNT(*) AS transactions,
  SUM(CASE WHEN amount_base * ten_count > 3 * ten_sum THEN 1 ELSE 0 END) AS flagged,
  MAX(ten_sum) AS largest_ten,
  MAX(hours_count) AS busiest_hours,
  MAX(hours_sum) AS largest_hours
FROM rolling
GROUP BY account_id
