-- Purpose: every customer's purchases up to tonight
-- View: purchases_so_far
-- Shared: published, scored and fitted to
-- Rule: frequency counts days with a purchase after the first; spend counts those days only (Fader, Hardie and Lee 2005)
-- Grain: one customer
SELECT
  COALESCE(b.customer_id, t.customer_id) AS customer_id,
  COALESCE(b.first_purchase, business_date()) AS first_purchase,
  CASE WHEN t.customer_id IS NULL THEN b.last_purchase ELSE business_date() END AS last_purchase,
  COALESCE(b.repeat_days, 0) + CASE WHEN b.customer_id IS NOT NULL AND t.customer_id IS NOT NULL THEN 1 ELSE 0 END
    AS repeat_days,
  CAST(COALESCE(b.spend_base, 0)
    + CASE WHEN b.customer_id IS NOT NULL AND t.customer_id IS NOT NULL THEN t.spend_base ELSE 0 END
    AS DECIMAL(18,2)) AS spend_base,
  CAST(TIMESTAMPDIFF(DAY, COALESCE(b.first_purchase, business_date()), business_date()) AS DOUBLE) / 7
    AS weeks_observed
FROM purchases_before AS b
FULL OUTER JOIN (
  SELECT customer_id, SUM(spend_base) AS spend_base
  FROM purchases
  GROUP BY customer_id
) AS t ON b.customer_id = t.customer_id
