-- Purpose: the cells as data points; no table of them has open keys
-- View: codis_facts
-- Report: eba.codis-4.2
-- Group: facts
-- Grain: one data point
SELECT
  template AS table_file,
  row_code AS datapoint,
  amount AS number,
  CAST(NULL AS STRING) AS `text`,
  CAST(NULL AS STRING) AS unit,
  CAST(NULL AS STRING) AS key_eca,
  CAST(NULL AS STRING) AS key_pdt,
  CAST(NULL AS STRING) AS key_rio,
  CAST(NULL AS STRING) AS key_qabi,
  CAST(NULL AS STRING) AS key_qabw,
  CAST(NULL AS STRING) AS key_qadp,
  CAST(NULL AS STRING) AS key_qadq,
  CAST(NULL AS STRING) AS key_qadr,
  CAST(NULL AS STRING) AS key_qcdf,
  CAST(NULL AS STRING) AS key_qeea,
  CAST(NULL AS STRING) AS key_qtsl
FROM staged_report_cells
WHERE report_id = 'eba.codis-4.2'
