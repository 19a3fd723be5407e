-- Purpose: every account over the 90 days that end tonight
-- Inserts: account_profiles
-- Rule: profile before, plus tonight, less the days that leave the window; only for accounts with a leaving day are the figures that cannot be subtracted (first day, busiest day, largest amount) looked up again
-- Grain: one account
WITH leaving AS (
  SELECT account_id, customer_id, activity_date, transaction_count, debit_base, credit_base, log_amount_histogram, hour_histogram
  FROM known_days
  WHERE activity_date <= business_date() - INTERVAL '90' DAY
    AND activity_date > previous_day() - INTERVAL '90' DAY
), staying AS (
  SELECT k.account_id, k.customer_id, k.activity_date, k.transaction_count, k.maximum_base
  FROM known_days AS k
  JOIN (SELECT DISTINCT account_id FROM leaving) AS l ON k.account_id = l.account_id
  WHERE k.activity_date > business_date() - INTERVAL '90' DAY AND k.activity_date <= previous_day()
), parts AS (
  SELECT
    'BEFORE' AS part, 1 AS sign, account_id, customer_id, active_days, first_active, last_active, transaction_count,
    maximum_day_count, debit_base, credit_base, maximum_base, log_amount_histogram, hour_histogram
  FROM baseline
  UNION ALL
  SELECT
    'TONIGHT', 1, account_id, customer_id, 1, activity_date, activity_date, transaction_count,
    transaction_count, debit_base, credit_base, maximum_base, log_amount_histogram, hour_histogram
  FROM activity
  UNION ALL
  SELECT
    'LEAVING', -1, account_id, customer_id, 1, CAST(NULL AS DATE), CAST(NULL AS DATE), transaction_count,
    CAST(NULL AS BIGINT), debit_base, credit_base, CAST(NULL AS DECIMAL(18,2)), log_amount_histogram, hour_histogram
  FROM leaving
  UNION ALL
  SELECT
    'STAYING', 0, account_id, customer_id, 0, activity_date, activity_date, CAST(0 AS BIGINT),
    transaction_count, CAST(0 AS DECIMAL(18,2)), CAST(0 AS DECIMAL(18,2)), maximum_base,
    CAST(NULL AS ARRAY<INT>), CAST(NULL AS ARRAY<INT>)
  FROM staying
), sums AS (
  SELECT
    account_id,
    COALESCE(MAX(CASE WHEN part = 'TONIGHT' THEN customer_id END), MAX(customer_id)) AS customer_id,
    SUM(sign * active_days) AS active_days,
    MAX(CASE WHEN part = 'LEAVING' THEN 1 ELSE 0 END) AS looked_up,
    MIN(first_active) AS first_with_before,
    MIN(CASE WHEN part <> 'BEFORE' THEN first_active END) AS first_without,
    MAX(CASE WHEN part <> 'LEAVING' THEN last_active END) AS last_active,
    SUM(sign * transaction_count) AS transaction_count,
    MAX(maximum_day_count) AS busiest_with_before,
    MAX(CASE WHEN part <> 'BEFORE' THEN maximum_day_count END) AS busiest_without,
    SUM(sign * debit_base) AS debit_base,
    SUM(sign * credit_base) AS credit_base,
    MAX(maximum_base) AS largest_with_before,
    MAX(CASE WHEN part <> 'BEFORE' THEN maximum_base END) AS largest_without,
    sum_histogram(log_amount_histogram, sign) AS log_amount_histogram,
    sum_histogram(hour_histogram, sign) AS hour_histogram
  FROM parts
  GROUP BY account_id
)
SELECT
  account_id,
  customer_id,
  active_days,
  CASE WHEN looked_up = 1 THEN first_without ELSE first_with_before END AS first_active,
  last_active,
  transaction_count,
  CASE WHEN looked_up = 1 THEN busiest_without ELSE busiest_with_before END AS maximum_day_count,
  debit_base,
  credit_base,
  CASE WHEN looked_up = 1 THEN largest_without ELSE largest_with_before END AS maximum_base,
  log_amount_histogram,
  hour_histogram
FROM sums
WHERE active_days > 0
