-- Scenario: AML-04 rapid movement
-- Purpose: money that leaves an account the day it came, almost whole
-- Rule: FFIEC BSA/AML manual, appendix F: funds transferred in and out the same day with little balance kept
-- Examines: TRANSFER, WIRE, CASH, CHEQUE
-- Inserts: aml_alerts
-- Parameter: minimum_credit DECIMAL(18,2) = 10000 -- credits of the day that make passing them on worth a look
-- Parameter: minimum_part DECIMAL(18,2) = 1000 -- smaller bookings are housekeeping
-- Parameter: passed_on DECIMAL(4,2) = 0.85 -- least share of the credits that leaves again
-- Parameter: most_passed_on DECIMAL(4,2) = 1.05 -- beyond it the account lives on other money
-- Parameter: most_transactions BIGINT = 20 -- a busy business account moves money in and out by nature
-- Grain: one account
WITH movements AS (
  SELECT
    account_id,
    transaction_id,
    transaction_type,
    amount_base,
    booking_time,
    MIN(CASE WHEN transaction_type = 'CREDIT' THEN booking_time END) OVER (PARTITION BY account_id) AS first_credit
  FROM booked
  WHERE amount_base >= :minimum_part AND payment_method IN ('TRANSFER', 'WIRE', 'CASH', 'CHEQUE')
), sums AS (
  SELECT
    account_id,
    MIN(booking_time) AS window_start,
    MAX(booking_time) AS window_end,
    COUNT(*) AS events,
    SUM(CASE WHEN transaction_type = 'CREDIT' THEN amount_base ELSE 0 END) AS credits,
    SUM(CASE WHEN transaction_type = 'DEBIT' THEN amount_base ELSE 0 END) AS debits,
    evidence(booking_time, transaction_id) AS evidence
  FROM movements
  WHERE booking_time >= first_credit
  GROUP BY account_id
)
SELECT
  'AML-04:' || account_id || ':' || processing_date() AS alert_id,
  'AML' AS domain,
  'AML-04' AS scenario_id,
  'ACCOUNT' AS subject_type,
  account_id AS subject_id,
  window_start AS window_start,
  window_end AS window_end,
  events AS event_count,
  debits AS amount_base,
  CAST(debits AS DOUBLE) / CAST(credits AS DOUBLE) / CAST(:passed_on AS DOUBLE) AS score,
  evidence AS evidence,
  'credits of ' || CAST(credits AS STRING) || ' were followed the same day by debits of ' || CAST(debits AS STRING)
    || ', between ' || CAST(:passed_on AS STRING) || ' and ' || CAST(:most_passed_on AS STRING) || ' of them' AS explanation
FROM sums
WHERE credits >= :minimum_credit
  AND debits >= :passed_on * credits
  AND debits <= :most_passed_on * credits
  AND events <= :most_transactions
