-- Purpose: the first rejected rows of every rule by file and row, for the night report
-- View: reject_examples
-- Inputs: rejected_transactions
-- Parameter: examples INT = 3 -- what fits on a page
-- Grain: one rule and rejected row
SELECT
  rule AS group_key,
  source_file AS item,
  source_row AS row_count,
  CAST(0 AS DECIMAL(38, 2)) AS amount,
  CAST(0 AS DOUBLE) AS score,
  said
FROM (
  SELECT
    rule,
    source_file,
    source_row,
    COALESCE(transaction_id, 'no id') || ', account ' || COALESCE(account_id, 'none') || ', '
      || COALESCE(transaction_type, 'no type') || ' ' || COALESCE(CAST(amount AS STRING), 'no amount') || ' '
      || COALESCE(currency, 'no currency') || ', booked ' || COALESCE(CAST(booking_time AS STRING), 'never') AS said,
    ROW_NUMBER() OVER (PARTITION BY rule ORDER BY source_file, source_row) AS place
  FROM rejected_transactions
  CROSS JOIN UNNEST(failed_rules) AS failed (rule)
)
WHERE place <= :examples
