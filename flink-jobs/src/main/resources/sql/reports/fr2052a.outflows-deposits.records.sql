-- Purpose: deposits by product, open maturity, in millions
-- View: fr2052a_outflows_deposits_records
-- Report: fr2052a.outflows-deposits
-- Group: records
-- Rule: FR 2052a instructions, O.D: stable retail deposits are insured (by a scheme other than the FDIC's)
-- Grain: one ledger item and currency
SELECT
  row_code || '.' || cell_key AS record_number,
  cell_key AS currency,
  FALSE AS converted,
  institution_name() AS reporting_entity,
  template AS product,
  CASE WHEN row_code LIKE 'RETAIL%' THEN 'Retail' ELSE 'Non-Financial Corporate' END AS counterparty,
  CAST(NULL AS STRING) AS gsib,
  CAST(amount AS DECIMAL(20, 2)) AS maturity_amount,
  'Open' AS maturity_bucket,
  CAST(NULL AS STRING) AS maturity_optionality,
  CAST(NULL AS STRING) AS collateral_class,
  CAST(NULL AS DECIMAL(20, 2)) AS collateral_value,
  CASE WHEN row_code = 'RETAIL_STABLE_DEPOSITS' THEN 'Other' ELSE 'Uninsured' END AS insured,
  'N' AS `trigger`,
  CAST(NULL AS BOOLEAN) AS rehypothecated,
  CASE WHEN row_code LIKE 'RETAIL%' THEN 'Retail' ELSE 'Corporate' END AS business_line,
  'N' AS internal,
  CAST(NULL AS STRING) AS internal_counterparty
FROM staged_report_cells
WHERE report_id = 'fr2052a.outflows-deposits'
