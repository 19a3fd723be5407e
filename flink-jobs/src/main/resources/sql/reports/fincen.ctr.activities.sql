-- Purpose: one report per person and business date
-- View: ctr_activities
-- Report: fincen.ctr
-- Group: activities
-- Grain: one activity
SELECT
  s.activity_id,
  CAST(NULL AS BIGINT) AS prior_document_number,
  FALSE AS corrects_amends_prior_report,
  FALSE AS direct_back_file,
  TRUE AS initial_report,
  TRUE AS aggregate_transaction,
  FALSE AS armored_car_service,
  FALSE AS atm,
  FALSE AS mail_deposit_shipment,
  FALSE AS night_deposit,
  FALSE AS shared_branching,
  COALESCE(CAST(s.cash_in AS STRING), '0') AS total_cash_in_receive_amount,
  COALESCE(CAST(s.cash_out AS STRING), '0') AS total_cash_out_amount,
  DATE_FORMAT(CAST(business_date() AS TIMESTAMP(3)), 'yyyyMMdd') AS transaction_date
FROM cash_days s
JOIN current_customers c ON s.customer_id = c.customer_id
