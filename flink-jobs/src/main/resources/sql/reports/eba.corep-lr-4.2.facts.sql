-- Purpose: the cells as data points, with the accounting standard (IFRS) and the level of the report (individual)
-- View: lr_facts
-- Report: eba.corep-lr-4.2
-- Group: facts
-- Grain: one data point
SELECT
  template AS table_file, row_code AS datapoint, amount AS number, CAST(NULL AS STRING) AS `text`, CAST(NULL AS STRING) AS unit, CAST(NULL AS STRING) AS key_qrdt
FROM staged_report_cells
WHERE report_id = 'eba.corep-lr-4.2'
UNION ALL
SELECT 'c_00.01', point, CAST(NULL AS DECIMAL(38, 8)), code, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (VALUES ('dp31870', 'eba_qAS:qx2004'), ('dp37969', 'eba_qSC:qx9')) AS head (point, code)
WHERE EXISTS (SELECT 1 FROM staged_report_cells WHERE report_id = 'eba.corep-lr-4.2')
