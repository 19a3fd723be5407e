-- Purpose: every execution in an instrument with an ISIN is in the transaction report, and every account for the
-- Purpose: exchange of tax information in a message, every over-the-counter derivative in the report to the trade repository, and
-- Purpose: every statement in its message, unless the report is held
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
UNION ALL
SELECT 'derivatives to report', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM otc_derivatives
UNION ALL
SELECT 'derivatives to report', CASE WHEN state = 'VALID' THEN 'OUT' ELSE 'REJECTED' END, '-', SUM(record_count),
  CAST(0 AS DECIMAL(38, 2))
FROM staged_report_files
WHERE report_id = 'auth.030.001.03'
GROUP BY CASE WHEN state = 'VALID' THEN 'OUT' ELSE 'REJECTED' END
UNION ALL
SELECT 'statements', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM statement_accounts
UNION ALL
SELECT 'statements', CASE WHEN state = 'VALID' THEN 'OUT' ELSE 'REJECTED' END, '-', SUM(record_count),
  CAST(0 AS DECIMAL(38, 2))
FROM staged_report_files
WHERE report_id = 'swift.mt940'
GROUP BY CASE WHEN state = 'VALID' THEN 'OUT' ELSE 'REJECTED' END
UNION ALL
SELECT 'statements in XML', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM statement_accounts
UNION ALL
SELECT 'statements in XML', CASE WHEN state = 'VALID' THEN 'OUT' ELSE 'REJECTED' END, '-', SUM(record_count),
  CAST(0 AS DECIMAL(38, 2))
FROM staged_report_files
WHERE report_id = 'camt.053.001.08'
GROUP BY CASE WHEN state = 'VALID' THEN 'OUT' ELSE 'REJECTED' END
