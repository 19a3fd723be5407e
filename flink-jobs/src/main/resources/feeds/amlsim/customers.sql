-- Purpose: every node of AMLSim as a customer; isFraud and fraudStep are the answer sheet and are left out on purpose
-- Feed: customers
-- Each: node gives 1
-- Parameter: first_day DATE = '2021-01-01' -- as of the transactions
-- Source: node
-- Format: csv
-- Ignore: isFraud, fraudStep
-- Columns: nodeid AS node_id STRING NOT NULL, init_balance AS opening_balance DECIMAL(18,2) NOT NULL
SELECT
  'N' || node_id AS customer_id,
  'STANDARD' AS customer_tier,
  'INDIVIDUAL' AS customer_type,
  'Node ' || node_id AS name,
  'US' AS country,
  'MASS' AS segment,
  'LOW' AS kyc_risk,
  FALSE AS pep,
  :first_day AS onboarded_on,
  :first_day AS valid_from
FROM node
