-- Purpose: cells of FR 2052a: deposits and reserve balances from the ledger, in millions
-- Inserts: report_cells
-- Rule: FR 2052a instructions, O.D.1, O.D.4, I.A.3
-- Grain: one ledger item and currency
SELECT
  p.report_id,
  p.product AS template,
  p.item AS row_code,
  '-' AS column_code,
  l.currency AS cell_key,
  CAST(SUM(l.amount) / 1000000 AS DECIMAL(38, 8)) AS amount,
  l.currency AS unit,
  'FR 2052a ' || p.product AS rule,
  'ledger_lines' AS source_table,
  'area = ''' || p.area || ''' AND item = ''' || p.item || ''' AND currency = ''' || l.currency || '''' AS source_filter
FROM ledger_lines l
JOIN (VALUES
  ('fr2052a.outflows-deposits', 'O.D.1', 'OUTFLOW', 'RETAIL_STABLE_DEPOSITS'),
  ('fr2052a.outflows-deposits', 'O.D.2', 'OUTFLOW', 'RETAIL_LESS_STABLE_DEPOSITS'),
  ('fr2052a.outflows-deposits', 'O.D.4', 'OUTFLOW', 'OPERATIONAL_DEPOSITS'),
  ('fr2052a.outflows-deposits', 'O.D.6', 'OUTFLOW', 'NON_OPERATIONAL_CORPORATE_DEPOSITS'),
  ('fr2052a.inflows-assets', 'I.A.3', 'HQLA', 'LEVEL1_CENTRAL_BANK_RESERVES')
) AS p (report_id, product, area, item) ON l.area = p.area AND l.item = p.item
WHERE l.currency IN ('USD', 'EUR', 'GBP', 'CHF', 'JPY', 'AUD', 'CAD')
GROUP BY p.report_id, p.product, p.area, p.item, l.currency
