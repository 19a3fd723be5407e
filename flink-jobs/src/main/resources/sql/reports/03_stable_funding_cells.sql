-- Purpose: cells of the stable funding report (C 84.00)
-- Inserts: report_cells
-- Rule: CRR Article 428b, template C 84.00; the factors are NSF99's
-- Grain: one data point
SELECT
  'eba.corep-nsfr-4.2' AS report_id,
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
  ('NSFR', 'c_84.00.a', 'dp458571'),
  ('NSFR_REQUIRED', 'c_84.00.c', 'dp458581'),
  ('NSFR_AVAILABLE', 'c_84.00.d', 'dp458851')
) AS points (measure, table_file, datapoint) ON m.measure = points.measure
