-- The customer insights database: what is live, what is being loaded, what was loaded.
CREATE TABLE IF NOT EXISTS customer_insights (
  customer_id text PRIMARY KEY,
  business_date date NOT NULL,
  segment text NOT NULL,
  recency_score integer NOT NULL,
  frequency_score integer NOT NULL,
  monetary_score integer NOT NULL,
  last_purchase date NOT NULL,
  repeat_days integer NOT NULL,
  spend_base numeric(18,2) NOT NULL,
  probability_active double precision,
  expected_purchases double precision,
  expected_value double precision,
  lifetime_value numeric(18,2)
);
CREATE TABLE IF NOT EXISTS recommendations (
  customer_id text NOT NULL,
  place integer NOT NULL,
  business_date date NOT NULL,
  item text NOT NULL,
  score double precision NOT NULL,
  PRIMARY KEY (customer_id, place)
);
CREATE TABLE IF NOT EXISTS insights_loads (
  business_date date PRIMARY KEY,
  customers bigint NOT NULL,
  spend_base numeric(38,2) NOT NULL
);
CREATE UNLOGGED TABLE IF NOT EXISTS customer_insights_load (
  customer_id text PRIMARY KEY,
  segment text NOT NULL,
  recency_score integer NOT NULL,
  frequency_score integer NOT NULL,
  monetary_score integer NOT NULL,
  last_purchase date NOT NULL,
  repeat_days integer NOT NULL,
  spend_base numeric(18,2) NOT NULL,
  probability_active double precision,
  expected_purchases double precision,
  expected_value double precision,
  lifetime_value numeric(18,2)
);
CREATE UNLOGGED TABLE IF NOT EXISTS recommendations_load (
  customer_id text NOT NULL,
  place integer NOT NULL,
  item text NOT NULL,
  score double precision NOT NULL,
  PRIMARY KEY (customer_id, place)
);
