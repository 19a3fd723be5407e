-- Purpose: payments of which neither side is a hub
-- View: quiet_payments
-- Shared: joined with itself by the paths
-- Parameter: hub_payments BIGINT = 40 -- a payroll or a merchant has more partners a day; its paths mean nothing and would multiply
-- Grain: one payment
WITH hubs AS (
  SELECT node
  FROM (SELECT payer AS node FROM payments UNION ALL SELECT payee AS node FROM payments)
  GROUP BY node
  HAVING COUNT(*) > :hub_payments
)
SELECT p.transaction_id, p.payer, p.payee, p.amount_base, p.booking_time
FROM payments AS p
LEFT JOIN hubs AS hub_payer ON p.payer = hub_payer.node
LEFT JOIN hubs AS hub_payee ON p.payee = hub_payee.node
WHERE hub_payer.node IS NULL AND hub_payee.node IS NULL
