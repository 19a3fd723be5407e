-- Purpose: cells of the leverage ratio report (C 47.00)
-- Inserts: report_cells
-- Rule: CRR Article 429, ITS template C 47.00; data points of the EBA taxonomy 4.2 by their labels
-- Grain: one data point
SELECT
  'eba.corep-lr-4.2' AS report_id,
  'c_47.00' AS template,
  datapoint AS row_code,
  '-' AS column_code,
  '-' AS cell_key,
  CASE WHEN m.unit = 'MILLIONS' THEN CAST(m.amount * 1000000 AS DECIMAL(18, 2)) ELSE m.amount END AS amount,
  CASE WHEN m.unit = 'MILLIONS' THEN base_currency() ELSE 'RATIO' END AS unit,
  m.rule,
  'capital_measures' AS source_table,
  'measure = ''' || m.measure || '''' AS source_filter
FROM capital_measures m
JOIN (VALUES
  ('TIER1_CAPITAL', 'dp132949'),
  ('TIER1_CAPITAL', 'dp84817'),
  ('LEVERAGE_EXPOSURE', 'dp134660'),
  ('LEVERAGE_EXPOSURE', 'dp134661'),
  ('LEVERAGE_RATIO', 'dp135745'),
  ('LEVERAGE_RATIO', 'dp135746')
) AS points (measure, datapoint) ON m.measure = points.measure
UNION ALL
SELECT
  'eba.corep-lr-4.2', 'c_47.00', datapoint, '-', '-', CAST(SUM(l.amount_base) AS DECIMAL(18, 2)), base_currency(),
  'CRR Article 429', 'ledger_lines', 'area = ''LEVERAGE'' AND item = ''' || l.item || ''''
FROM ledger_lines l
JOIN (VALUES
  ('DERIVATIVES_REPLACEMENT_COST', 'dp454660'),
  ('DERIVATIVES_POTENTIAL_FUTURE_EXPOSURE', 'dp454663'),
  ('SECURITIES_FINANCING', 'dp135741'),
  ('ON_BALANCE_SHEET_ASSETS', 'dp135743'),
  ('OFF_BALANCE_SHEET_ITEMS', 'dp3293919')
) AS points (item, datapoint) ON l.item = points.item
WHERE l.area = 'LEVERAGE' AND l.amount_base IS NOT NULL
GROUP BY l.item, datapoint
