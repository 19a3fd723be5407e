-- Purpose: payments between accounts as directed edges, each payment once
-- View: payments
-- Shared: read by the paths
-- Rule: a payment between two accounts of the bank is booked on both; its debit is the one kept
-- Parameter: minimum_amount DECIMAL(18,2) = 500 -- smaller payments move no proceeds worth a path, and there are many
-- Grain: one payment
SELECT d.transaction_id, o.node AS payer, d.counterparty_account AS payee, d.amount_base, d.booking_time
FROM booked AS d
JOIN own_accounts AS o ON d.account_id = o.account_id
WHERE d.transaction_type = 'DEBIT'
  AND d.payment_method IN ('TRANSFER', 'WIRE')
  AND d.counterparty_account <> '-'
  AND d.counterparty_account <> o.node
  AND d.amount_base >= :minimum_amount
UNION ALL
SELECT d.transaction_id, d.counterparty_account AS payer, o.node AS payee, d.amount_base, d.booking_time
FROM booked AS d
JOIN own_accounts AS o ON d.account_id = o.account_id
LEFT JOIN own_accounts AS other ON d.counterparty_account = other.node
WHERE d.transaction_type = 'CREDIT'
  AND d.payment_method IN ('TRANSFER', 'WIRE')
  AND d.counterparty_account <> '-'
  AND d.counterparty_account <> o.node
  AND d.amount_base >= :minimum_amount
  AND other.node IS NULL
