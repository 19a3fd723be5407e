-- Purpose: the rows that fail a rule, as they landed
-- Inserts: rejected_transactions
SELECT
  transaction_id, account_id, customer_id, transaction_type, amount, currency, booking_time, value_date, channel, payment_method,
  merchant_category, country, counterparty_account, counterparty_bank, counterparty_country, description, reference, device_id,
  ip_address, branch_code, payment_message, source_file,
  ARRAY_REMOVE(CAST(ARRAY[
    CASE WHEN MOD(mask / 1, 2) = 1 THEN 'TX01' END, CASE WHEN MOD(mask / 2, 2) = 1 THEN 'TX02' END,
    CASE WHEN MOD(mask / 4, 2) = 1 THEN 'TX03' END, CASE WHEN MOD(mask / 8, 2) = 1 THEN 'TX04' END,
    CASE WHEN MOD(mask / 16, 2) = 1 THEN 'TX05' END, CASE WHEN MOD(mask / 32, 2) = 1 THEN 'TX06' END,
    CASE WHEN MOD(mask / 64, 2) = 1 THEN 'TX07' END, CASE WHEN MOD(mask / 128, 2) = 1 THEN 'TX08' END,
    CASE WHEN MOD(mask / 256, 2) = 1 THEN 'TX09' END, CASE WHEN MOD(mask / 512, 2) = 1 THEN 'TX10' END,
    CASE WHEN MOD(mask / 1024, 2) = 1 THEN 'TX11' END, CASE WHEN MOD(mask / 2048, 2) = 1 THEN 'TX12' END,
    CASE WHEN MOD(mask / 4096, 2) = 1 THEN 'TX13' END, CASE WHEN MOD(mask / 8192, 2) = 1 THEN 'TX14' END,
    CASE WHEN MOD(mask / 16384, 2) = 1 THEN 'TX15' END, CASE WHEN MOD(mask / 32768, 2) = 1 THEN 'TX16' END,
    CASE WHEN MOD(mask / 65536, 2) = 1 THEN 'TX17' END, CASE WHEN MOD(mask / 131072, 2) = 1 THEN 'TX18' END,
    CASE WHEN MOD(mask / 262144, 2) = 1 THEN 'TX19' END, CASE WHEN MOD(mask / 524288, 2) = 1 THEN 'TX20' END,
    CASE WHEN MOD(mask / 1048576, 2) = 1 THEN 'TX21' END, CASE WHEN MOD(mask / 2097152, 2) = 1 THEN 'TX22' END,
    CASE WHEN MOD(mask / 4194304, 2) = 1 THEN 'TX23' END, CASE WHEN MOD(mask / 8388608, 2) = 1 THEN 'TX24' END,
    CASE WHEN MOD(mask / 16777216, 2) = 1 THEN 'TX25' END, CASE WHEN MOD(mask / 33554432, 2) = 1 THEN 'TX26' END,
    CASE WHEN MOD(mask / 67108864, 2) = 1 THEN 'TX27' END, CASE WHEN MOD(mask / 134217728, 2) = 1 THEN 'TX28' END,
    CASE WHEN MOD(mask / 268435456, 2) = 1 THEN 'TX29' END, CASE WHEN MOD(mask / 536870912, 2) = 1 THEN 'TX30' END,
    CASE WHEN MOD(mask / 1073741824, 2) = 1 THEN 'TX31' END, CASE WHEN MOD(mask / CAST(2147483648 AS BIGINT), 2) = 1 THEN 'TX32' END
  ] AS ARRAY<STRING>), CAST(NULL AS STRING)) AS failed_rules,
  CASE WHEN MOD(mask, 4) > 0 OR MOD(mask / 8, 2) = 1 THEN 'FATAL' ELSE 'ERROR' END AS severity,
  '${date}' AS processing_date
FROM checked
WHERE mask <> 0
