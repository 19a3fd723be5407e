-- Detector: UNUSUAL_COUNTRY
-- Purpose: large amounts with a country the account has not dealt with in 90 days
-- Rule: neither the holder lives there nor a known counterparty; the score is the amount over the least amount looked at
-- View: detector_country
-- Parameter: minimum_bookings BIGINT = 20 -- an account without a past knows no country
-- Parameter: minimum_amount DECIMAL(18,2) = 2500 -- smaller ones are not worth a look
-- Grain: one transaction
SELECT
  transaction_id,
  account_id,
  customer_id,
  amount_base,
  history_days,
  outcome,
  'UNUSUAL_COUNTRY' AS detector,
  CAST(amount_base AS DOUBLE) AS observed,
  CAST(NULL AS DOUBLE) AS expected,
  CAST(NULL AS DOUBLE) AS spread,
  CAST(amount_base AS DOUBLE) / CAST(:minimum_amount AS DOUBLE) AS score,
  CAST(1 AS DOUBLE) AS threshold,
  CASE WHEN outcome = 'FLAGGED' THEN CAST(amount_base AS STRING) || ' with ' || other_country || ', known countries are ' || COALESCE(countries, 'none') ELSE '' END AS explanation
FROM (
  SELECT
    *,
    CASE
      WHEN history_bookings < :minimum_bookings THEN 'INSUFFICIENT_HISTORY'
      WHEN amount_base >= :minimum_amount AND other_country <> '-' AND other_country <> customer_country
        AND POSITION(other_country IN COALESCE(countries, '')) = 0 THEN 'FLAGGED'
      ELSE 'NORMAL'
    END AS outcome
  FROM features
)
