-- Purpose: the Berka bank's loans granted by the business date and not yet repaid by plan; the status letters are of the
-- Purpose: end of 1998 and are used from then on only
-- Feed: exposures
-- Each: loan gives 1
-- Parameter: origination_pd DECIMAL(18,8) = 0.03 -- the bank states none
-- Parameter: statuses_known_on DATE = '1998-12-31' -- last day of the data: before it they would tell the future
-- Parameter: low_balance DECIMAL(18,2) = 10000.00 -- below it the current account counts as LOW
-- Source: loan
-- Format: csv
-- Delimiter: ;
-- Pivot: 1900
-- Columns: loan_id STRING NOT NULL, account_id STRING NOT NULL, date AS granted_on DATE 'yyMMdd' NOT NULL,
-- Columns: amount DECIMAL(18,2) NOT NULL, duration INT NOT NULL, payments DECIMAL(18,2) NOT NULL,
-- Columns: status STRING NOT NULL
-- Where: granted_on <= business_date() AND TIMESTAMPADD(MONTH, duration, granted_on) > business_date()
-- Source: disp
-- Format: csv
-- Delimiter: ;
-- Columns: disp_id STRING NOT NULL, client_id STRING NOT NULL, account_id STRING NOT NULL, type AS role STRING
-- Where: role = 'OWNER'
-- Source: client
-- Format: csv
-- Delimiter: ;
-- Columns: client_id STRING NOT NULL, birth_number STRING NOT NULL, district_id STRING
-- Source: district
-- Format: csv
-- Delimiter: ;
-- Ignore: A2, A3, A4, A5, A6, A7, A8, A9, A10, A12, A13, A14, A15, A16
-- Columns: A1 AS district_id STRING NOT NULL, A11 AS average_salary DECIMAL(18,2)
-- Source: trans
-- Format: csv
-- Delimiter: ;
-- Pivot: 1900
-- Columns: trans_id STRING NOT NULL, account_id STRING, date AS booked_on DATE 'yyMMdd' NOT NULL,
-- Columns: type AS direction STRING, operation STRING, amount DECIMAL(18,2), balance DECIMAL(18,2), k_symbol STRING,
-- Columns: bank STRING, account AS other_account STRING
-- Where: booked_on < business_date()
SELECT
  'LOAN-' || l.loan_id AS exposure_id,
  d.client_id AS customer_id,
  'RETAIL' AS exposure_class,
  'TERM_LOAN' AS product,
  'CZK' AS currency,
  GREATEST(l.amount - l.payments * TIMESTAMPDIFF(MONTH, l.granted_on, business_date()), 0) AS drawn_amount,
  0.00 AS undrawn_amount,
  0.00 AS specific_provision,
  l.granted_on AS originated_on,
  TIMESTAMPADD(MONTH, l.duration, l.granted_on) AS maturity_date,
  0.00 AS interest_rate,
  CASE WHEN business_date() >= :statuses_known_on AND l.status IN ('B', 'D') THEN 90 ELSE 0 END AS days_past_due,
  :origination_pd AS origination_pd,
  g.average_salary * 12 AS annual_income,
  0 AS years_employed,
  CASE
    WHEN b.balance IS NULL THEN 'NONE'
    WHEN b.balance < 0 THEN 'NEGATIVE'
    WHEN b.balance < :low_balance THEN 'LOW'
    ELSE 'HIGH'
  END AS checking_status,
  0 AS prior_defaults
FROM loan l
LEFT JOIN disp d ON d.account_id = l.account_id
LEFT JOIN client c ON c.client_id = d.client_id
LEFT JOIN district g ON g.district_id = c.district_id
LEFT JOIN (
  SELECT account_id, balance
  FROM (
    SELECT
      account_id,
      balance,
      ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY booked_on DESC, source_line DESC) AS latest
    FROM trans
  )
  WHERE latest = 1
) b ON b.account_id = l.account_id
