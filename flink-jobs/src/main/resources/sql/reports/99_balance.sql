-- Purpose: every execution in an instrument with an ISIN is in the transaction report, and every account for the
-- Purpose: exchange of tax information in a message, unless the report is held
-- Totals: balance
SELECT 'executions to report' AS measure, 'IN' AS side, '-' AS currency, COUNT(*) AS row_count,
  CAST(0 AS DECIMAL(38, 2)) AS amount
FROM mifir_trades
UNION ALL
SELECT 'executions to report', CASE WHEN state = 'VALID' THEN 'OUT' ELSE 'REJECTED' END, '-', SUM(record_count),
  CAST(0 AS DECIMAL(38, 2))
FROM staged_report_files
WHERE report_id = 'auth.016.001.03'
GROUP BY CASE WHEN state = 'VALID' THEN 'OUT' ELSE 'REJECTED' END
UNION ALL
SELECT 'accounts to report', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM crs_accounts
UNION ALL
SELECT 'accounts to report', CASE WHEN state = 'VALID' THEN 'OUT' ELSE 'REJECTED' END, '-', SUM(record_count),
  CAST(0 AS DECIMAL(38, 2))
FROM staged_report_files
WHERE report_id = 'oecd.crs-2.0'
GROUP BY CASE WHEN state = 'VALID' THEN 'OUT' ELSE 'REJECTED' END
