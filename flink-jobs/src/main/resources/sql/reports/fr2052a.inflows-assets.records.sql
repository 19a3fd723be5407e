-- Purpose: unrestricted reserve balances at the central bank, in millions; securities are left out, for the ledger does
-- Purpose: not say when they fall due
-- View: fr2052a_inflows_assets_records
-- Report: fr2052a.inflows-assets
-- Group: records
-- Rule: FR 2052a instructions, I.A.3
-- Grain: one ledger item and currency
SELECT
  row_code || '.' || cell_key AS record_number,
  cell_key AS currency,
  FALSE AS converted,
  institution_name() AS reporting_entity,
  template AS product,
  CAST(NULL AS STRING) AS sub_product,
  CAST(amount AS DECIMAL(20, 2)) AS market_value,
  CAST(amount AS DECIMAL(20, 2)) AS lendable_value,
  'Open' AS maturity_bucket,
  CAST(NULL AS DECIMAL(20, 2)) AS forward_start_amount,
  CAST(NULL AS STRING) AS forward_start_bucket,
  'A-0-Q' AS collateral_class,
  TRUE AS treasury_control,
  'Not Applicable' AS accounting_designation,
  CAST(NULL AS STRING) AS effective_maturity_bucket,
  CAST(NULL AS STRING) AS encumbrance_type,
  CAST(NULL AS STRING) AS internal_counterparty,
  'Treasury' AS business_line
FROM staged_report_cells
WHERE report_id = 'fr2052a.inflows-assets'
