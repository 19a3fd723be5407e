-- Purpose: every customer's segment and lifetime value
-- View: insights
-- Shared: published and written to the insights database
-- Rule: BG/NBD (Fader, Hardie and Lee 2005) for how often, Gamma-Gamma (Fader and Hardie 2013) for how much, over 52 weeks
-- Parameter: horizon_weeks DOUBLE = 52 -- a year
-- Grain: one customer
SELECT
  customer_id, segment, recency_score, frequency_score, monetary_score, last_purchase, repeat_days, spend_base,
  probability_active, expected_purchases, expected_value,
  CAST(expected_purchases * expected_value AS DECIMAL(18,2)) AS lifetime_value
FROM (
  SELECT
    p.customer_id,
    s.segment,
    r.score AS recency_score,
    f.score AS frequency_score,
    m.score AS monetary_score,
    p.last_purchase,
    p.repeat_days,
    p.spend_base,
    probability_active(p.repeat_days, p.weeks_to_last, p.weeks_observed) AS probability_active,
    expected_purchases(p.repeat_days, p.weeks_to_last, p.weeks_observed, :horizon_weeks) AS expected_purchases,
    expected_spend(p.repeat_days, p.mean_spend) AS expected_value
  FROM (
    SELECT
      *,
      CAST(TIMESTAMPDIFF(DAY, first_purchase, last_purchase) AS DOUBLE) / 7 AS weeks_to_last,
      CASE WHEN repeat_days > 0 THEN CAST(spend_base AS DOUBLE) / repeat_days ELSE 0 END AS mean_spend
    FROM purchases_so_far
  ) AS p
  JOIN recency_scores AS r ON p.last_purchase = r.figure
  JOIN frequency_scores AS f ON p.repeat_days = f.figure
  JOIN monetary_scores AS m ON p.spend_base = m.figure
  JOIN segments AS s
    ON r.score BETWEEN s.recency_from AND s.recency_to AND f.score BETWEEN s.frequency_from AND s.frequency_to
)
