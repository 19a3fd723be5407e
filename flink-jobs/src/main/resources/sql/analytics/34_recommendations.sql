-- Purpose: what to suggest to every customer
-- Inserts: recommendations
-- Grain: one customer and place
SELECT customer_id, place, item, score
FROM suggested
