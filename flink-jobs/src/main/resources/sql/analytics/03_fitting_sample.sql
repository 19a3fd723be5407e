-- Purpose: the customers the lifetime models are fitted to
-- View: fitting_sample
-- Rule: those with the smallest hashes of their identifiers: the same customers on every run, whatever the parallelism
-- Parameter: sample_customers INT = 5000 -- parameters of the sample day move by less than their standard errors beyond it, and the fit takes seconds
-- Grain: one customer
SELECT repeat_days, weeks_to_last, weeks_observed, mean_spend
FROM (
  SELECT
    repeat_days,
    CAST(TIMESTAMPDIFF(DAY, first_purchase, last_purchase) AS DOUBLE) / 7 AS weeks_to_last,
    weeks_observed,
    CASE WHEN repeat_days > 0 THEN CAST(spend_base AS DOUBLE) / repeat_days ELSE 0 END AS mean_spend,
    ROW_NUMBER() OVER (ORDER BY MD5(customer_id), customer_id) AS place
  FROM purchases_so_far
)
WHERE place <= :sample_customers
