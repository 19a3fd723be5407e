-- Purpose: the thousand loans of the Statlog German credit data as exposures granted on the business date; the
-- Purpose: classification is the answer sheet and is left out on purpose
-- Feed: exposures
-- Each: loan gives 1
-- Parameter: dem_per_eur DECIMAL(18,8) = 1.95583 -- the irrevocable conversion rate of Regulation (EC) No 2866/98
-- Parameter: origination_pd DECIMAL(18,8) = 0.05 -- the data set states none
-- Source: loan
-- Format: csv
-- Delimiter: space
-- Quote: none
-- Ignore: *
-- Columns: STATUS_ACCOUNT AS checking STRING NOT NULL, DURATION_MONTHS AS duration INT NOT NULL,
-- Columns: CREDIT_HISTORY AS history STRING NOT NULL, AMOUNT AS amount_dem DECIMAL(18,2) NOT NULL,
-- Columns: EMPLOYMENT AS employment STRING NOT NULL
SELECT
  'GERMAN-' || LPAD(CAST(source_line - 1 AS STRING), 4, '0') AS exposure_id,
  'RETAIL' AS exposure_class,
  'TERM_LOAN' AS product,
  'EUR' AS currency,
  ROUND(amount_dem / :dem_per_eur, 2) AS drawn_amount,
  0.00 AS undrawn_amount,
  0.00 AS specific_provision,
  business_date() AS originated_on,
  TIMESTAMPADD(MONTH, duration, business_date()) AS maturity_date,
  0.00 AS interest_rate,
  0 AS days_past_due,
  :origination_pd AS origination_pd,
  CASE employment WHEN 'A73' THEN 1 WHEN 'A74' THEN 4 WHEN 'A75' THEN 7 ELSE 0 END AS years_employed,
  CASE checking WHEN 'A11' THEN 'NEGATIVE' WHEN 'A12' THEN 'LOW' WHEN 'A13' THEN 'HIGH' ELSE 'NONE' END
    AS checking_status,
  CASE history WHEN 'A33' THEN 1 WHEN 'A34' THEN 1 ELSE 0 END AS prior_defaults
FROM loan
