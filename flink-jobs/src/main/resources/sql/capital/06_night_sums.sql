-- Purpose: every sum the measures need, by section and name, base currency; business-indicator lines as averages of
-- Purpose: their last three financial years (OPE25.3), net items made positive year by year (OPE25.4)
-- View: night_sums
-- Grain: one name
SELECT 'RWA/' || standardised_class AS name, CAST(SUM(rwa) AS DECIMAL(38, 2)) AS amount
FROM weighed_exposures
WHERE refusal IS NULL
GROUP BY standardised_class
UNION ALL
SELECT section || '/' || rule_item, CAST(SUM(amount_base) AS DECIMAL(38, 2))
FROM mapped_ledger
WHERE section IS NOT NULL AND section <> 'BUSINESS_INDICATOR' AND amount_base IS NOT NULL
GROUP BY section, rule_item
UNION ALL
SELECT 'OWN_FUNDS/DEDUCTIONS', CAST(-SUM(amount_base) AS DECIMAL(38, 2))
FROM mapped_ledger
WHERE item LIKE 'CET1_DEDUCTION%' AND amount_base IS NOT NULL
GROUP BY area
UNION ALL
SELECT
  'BUSINESS_INDICATOR/' || indicator_item,
  CAST(
    ROUND(
      SUM(
        CASE
          WHEN indicator_item IN ('NET_INTEREST', 'TRADING_BOOK_PROFIT', 'BANKING_BOOK_PROFIT') THEN ABS(year_amount)
          ELSE year_amount
        END) / COUNT(*),
      2) AS DECIMAL(38, 2))
FROM (
  SELECT indicator_item, financial_year, SUM(amount_base) AS year_amount
  FROM (
    SELECT
      financial_year,
      CASE WHEN rule_item IN ('INTEREST_INCOME', 'INTEREST_EXPENSE') THEN 'NET_INTEREST' ELSE rule_item END AS indicator_item,
      CASE WHEN rule_item = 'INTEREST_EXPENSE' THEN -amount_base ELSE amount_base END AS amount_base
    FROM mapped_ledger
    WHERE section = 'BUSINESS_INDICATOR' AND amount_base IS NOT NULL
      AND financial_year >= CAST(EXTRACT(YEAR FROM business_date()) AS INT) - 3
  )
  GROUP BY indicator_item, financial_year
)
GROUP BY indicator_item
UNION ALL
SELECT 'RISK/EXPECTED_SHORTFALL', CAST(amount AS DECIMAL(38, 2))
FROM risk_measures
WHERE measure = 'EXPECTED_SHORTFALL' AND scenario_set = 'HISTORICAL' AND portfolio_level = 'FIRM'
UNION ALL
SELECT 'RISK/MULTIPLIER', CAST(multiplier AS DECIMAL(38, 2))
FROM backtests
WHERE portfolio_level = 'FIRM'
UNION ALL
SELECT 'ECL/' || exposure_class, CAST(SUM(expected_credit_loss) AS DECIMAL(38, 2))
FROM credit_scores
GROUP BY exposure_class
UNION ALL
SELECT 'LARGE/' || debtor, amount
FROM (
  SELECT
    COALESCE(c.group_id, w.counterparty_id, w.customer_id, w.exposure_id) AS debtor,
    CAST(SUM(w.ead - w.mitigated_amount) AS DECIMAL(38, 2)) AS amount
  FROM weighed_exposures w
  LEFT JOIN counterparties c ON w.counterparty_id = c.counterparty_id
  WHERE w.refusal IS NULL AND w.exposure_class <> 'SOVEREIGN'
  GROUP BY COALESCE(c.group_id, w.counterparty_id, w.customer_id, w.exposure_id)
  ORDER BY amount DESC, debtor
  LIMIT 100
)
