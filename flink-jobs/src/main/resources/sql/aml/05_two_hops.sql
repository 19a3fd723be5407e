-- Purpose: money that goes on from an account the same day, almost whole
-- View: two_hops
-- Shared: read by scatter-gather and by the cycles
-- Parameter: kept_share DECIMAL(4,2) = 0.75 -- a middleman keeps a margin; less passed on is another payment
-- Grain: a payment and one that may pass it on
SELECT
  a.payer AS origin,
  a.payee AS middle,
  b.payee AS sink,
  a.transaction_id AS first_id,
  b.transaction_id AS second_id,
  a.amount_base AS first_amount,
  b.amount_base AS second_amount,
  a.booking_time AS first_time,
  b.booking_time AS second_time
FROM quiet_payments AS a
JOIN quiet_payments AS b ON a.payee = b.payer
WHERE b.booking_time > a.booking_time
  AND b.amount_base <= a.amount_base
  AND b.amount_base >= :kept_share * a.amount_base
