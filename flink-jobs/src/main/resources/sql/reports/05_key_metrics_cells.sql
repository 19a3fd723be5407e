-- Purpose: key metrics disclosed under Pillar 3 (EU KM1, K 61.00): own funds, exposure, ratios, leverage and stable funding as of the
-- Purpose: day; what the template wants as an average of twelve month ends, or of earlier quarters, no table of one night has
-- Inserts: report_cells
-- Rule: CRR Article 447, template EU KM1; data points of the EBA taxonomy 4.2 by their labels
-- Grain: one data point
SELECT
  'eba.codis-4.2' AS report_id,
  'k_61.00' AS template,
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
  ('CET1_CAPITAL', 'dp33411'),
  ('TIER1_CAPITAL', 'dp84817'),
  ('OWN_FUNDS', 'dp33413'),
  ('TOTAL_RWA', 'dp38483'),
  ('CET1_RATIO', 'dp85151'),
  ('TIER1_RATIO', 'dp85152'),
  ('TOTAL_CAPITAL_RATIO', 'dp85153'),
  ('LEVERAGE_EXPOSURE', 'dp475214'),
  ('LEVERAGE_RATIO', 'dp475724'),
  ('NSFR_AVAILABLE', 'dp458851'),
  ('NSFR_REQUIRED', 'dp458581'),
  ('NSFR', 'dp458571')
) AS points (measure, datapoint) ON m.measure = points.measure
WHERE m.amount IS NOT NULL
