-- Purpose: every execution in an instrument with an ISIN is in the transaction report, and every account for the
-- Purpose: exchange of tax information in a message, every over-the-counter derivative in the report to the trade repository, and
-- Purpose: every statement in its message, unless the report is held
-- Totals: balance
SELECT 'executions to report' AS measure, 'IN' AS side, '-' AS currency, COUNT(*) AS row_count,
  CAST(0 AS DECIMAL(38, 2)) AS amount
FROM mifir_trades
UNION ALL
SELECT 'accounts to report', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM crs_accounts
UNION ALL
SELECT 'derivatives to report', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM otc_derivatives
UNION ALL
SELECT 'statements', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM statement_accounts
UNION ALL
SELECT 'statements in XML', 'IN', '-', COUNT(*), CAST(0 AS DECIMAL(38, 2))
FROM statement_accounts
UNION ALL
SELECT measure, side, '-', SUM(record_count), CAST(0 AS DECIMAL(38, 2))
FROM (
  SELECT
    CASE report_id
      WHEN 'auth.016.001.03' THEN 'executions to report'
      WHEN 'oecd.crs-2.0' THEN 'accounts to report'
      WHEN 'auth.030.001.03' THEN 'derivatives to report'
      WHEN 'swift.mt940' THEN 'statements'
      WHEN 'camt.053.001.08' THEN 'statements in XML'
    END AS measure,
    CASE WHEN state = 'VALID' THEN 'OUT' ELSE 'REJECTED' END AS side,
    record_count
  FROM staged_report_files
) AS filed
WHERE measure IS NOT NULL
GROUP BY measure, side
