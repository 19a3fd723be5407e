-- Scenario: AML-15 funnel account
-- Purpose: small cash deposits on several accounts that pay the same beneficiary the same day
-- Rule: FFIEC BSA/AML manual, appendix F: deposits below 3,000 into several accounts, then consolidated
-- Examines: CASH CREDIT, TRANSFER DEBIT, WIRE DEBIT
-- Inserts: aml_alerts
-- Parameter: largest_deposit DECIMAL(18,2) = 10000 -- a larger one is reported by itself
-- Parameter: minimum_accounts BIGINT = 3 -- accounts that fund one beneficiary
-- Parameter: passed_on DECIMAL(4,2) = 0.75 -- least share of an account's cash that one payment passes on
-- Parameter: minimum_total DECIMAL(18,2) = 5000 -- 12 CFR 21.11: known-suspect reporting begins here
-- Grain: one beneficiary
WITH funded AS (
  SELECT account_id, MIN(booking_time) AS funded_at, SUM(amount_base) AS cash_in
  FROM booked
  WHERE payment_method = 'CASH' AND transaction_type = 'CREDIT'
  GROUP BY account_id
  HAVING MAX(amount_base) < :largest_deposit
), collected AS (
  SELECT d.transaction_id, d.account_id, d.counterparty_account, d.amount_base, d.booking_time
  FROM booked AS d
  JOIN funded AS f ON d.account_id = f.account_id
  WHERE d.transaction_type = 'DEBIT'
    AND d.payment_method IN ('TRANSFER', 'WIRE')
    AND d.counterparty_account <> '-'
    AND d.booking_time > f.funded_at
    AND d.amount_base >= :passed_on * f.cash_in
    AND d.amount_base <= f.cash_in
), collectors AS (
  SELECT counterparty_account, COUNT(DISTINCT account_id) AS accounts
  FROM collected
  GROUP BY counterparty_account
  HAVING COUNT(DISTINCT account_id) >= :minimum_accounts AND SUM(amount_base) >= :minimum_total
)
SELECT
  'AML-15:' || c.counterparty_account || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-15' AS scenario_id,
  'ACCOUNT' AS subject_type,
  c.counterparty_account AS subject_id,
  MIN(c.booking_time) AS window_start,
  MAX(c.booking_time) AS window_end,
  COUNT(*) AS event_count,
  SUM(c.amount_base) AS amount_base,
  CAST(b.accounts AS DOUBLE) / CAST(:minimum_accounts AS DOUBLE) AS score,
  evidence(c.booking_time, c.transaction_id) AS evidence,
  CAST(b.accounts AS STRING) || ' accounts funded with cash below ' || CAST(:largest_deposit AS STRING) || ' paid '
    || CAST(SUM(c.amount_base) AS STRING) || ' to one beneficiary, at least ' || CAST(:minimum_accounts AS STRING)
    || ' accounts and ' || CAST(:minimum_total AS STRING) AS explanation
FROM collected AS c
JOIN collectors AS b ON c.counterparty_account = b.counterparty_account
GROUP BY c.counterparty_account, b.accounts
