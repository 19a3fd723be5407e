-- Purpose: cells of the liquidity coverage report (C 72.00, C 76.00)
-- Inserts: report_cells
-- Rule: Delegated Regulation (EU) 2015/61, templates C 72.00 and C 76.00; the factors are LCR99's
-- Grain: one data point
SELECT
  'eba.corep-lcr-da-4.2' AS report_id,
  table_file AS template,
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
  ('LCR_LIQUID_ASSETS', 'c_76.00.a', 'dp134663'),
  ('LCR_NET_OUTFLOWS', 'c_76.00.a', 'dp134665'),
  ('LCR', 'c_76.00.a', 'dp143076'),
  ('LCR_OUTFLOWS', 'c_76.00.a', 'dp146049')
) AS points (measure, table_file, datapoint) ON m.measure = points.measure
UNION ALL
SELECT
  'eba.corep-lcr-da-4.2', 'c_72.00.a', datapoint, '-', '-',
  CAST(ROUND(SUM(l.amount_base) * MAX(factor), 2) AS DECIMAL(18, 2)), base_currency(), 'LCR30', 'ledger_lines',
  'area = ''HQLA'' AND rule_item = ''' || l.rule_item || ''''
FROM ledger_lines l
JOIN (VALUES
  ('LEVEL_1', 'dp143486', CAST(1.00 AS DECIMAL(3, 2))),
  ('LEVEL_2A', 'dp143487', CAST(0.85 AS DECIMAL(3, 2))),
  ('LEVEL_2B_CORPORATE_EQUITY_SOVEREIGN', 'dp143489', CAST(0.50 AS DECIMAL(3, 2)))
) AS points (rule_item, datapoint, factor) ON l.rule_item = points.rule_item
WHERE l.area = 'HQLA' AND l.amount_base IS NOT NULL
GROUP BY l.rule_item, datapoint
