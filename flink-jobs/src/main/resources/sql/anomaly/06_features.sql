-- Purpose: every transaction beside what was expected of its account
-- View: features
-- Shared: every detector reads it
-- Grain: one transaction
SELECT
  t.transaction_id,
  t.account_id,
  t.customer_id,
  t.transaction_type,
  t.payment_method,
  t.amount_base,
  t.booking_hour,
  t.counterparty_account,
  t.other_country,
  t.customer_country,
  t.nth_of_day,
  t.running_debit,
  COALESCE(e.history_days, 0) AS history_days,
  COALESCE(e.history_bookings, 0) AS history_bookings,
  e.median_ln,
  e.spread_ln,
  CAST(e.maximum_base AS DOUBLE) AS maximum_base,
  CAST(e.maximum_day_count AS DOUBLE) AS maximum_day_count,
  e.mean_day_count,
  e.mean_day_debit,
  hour_share(e.hour_histogram, t.booking_hour) AS hour_share,
  k.counterparty_account IS NOT NULL AS known_counterparty,
  e.countries
FROM (
  SELECT
    transaction_id, account_id, customer_id, transaction_type, payment_method, amount_base, counterparty_account,
    other_country, customer_country,
    CAST(EXTRACT(HOUR FROM booking_time) AS INT) AS booking_hour,
    ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY booking_time, transaction_id) AS nth_of_day,
    SUM(CASE WHEN transaction_type = 'DEBIT' THEN amount_base ELSE 0 END)
      OVER (PARTITION BY account_id ORDER BY booking_time, transaction_id ROWS UNBOUNDED PRECEDING) AS running_debit
  FROM booked
) AS t
LEFT JOIN expectations AS e ON t.account_id = e.account_id
LEFT JOIN known_counterparties AS k
  ON t.account_id = k.account_id AND t.counterparty_account = k.counterparty_account
