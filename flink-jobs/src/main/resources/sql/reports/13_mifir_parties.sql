-- Purpose: who bought and who sold: the bank by its LEI, a customer by its LEI or national identifier, the other side of
-- Purpose: an order book by the LEI of the clearing house that stands between
-- View: mifir_parties
-- Rule: Delegated Regulation (EU) 2017/590, Articles 6 and 7
-- Grain: one side of one execution
SELECT
  p.trade_id,
  p.side_of_trade,
  CASE
    WHEN c.customer_id IS NOT NULL THEN c.lei
    WHEN p.party_id = p.book THEN institution_lei()
    ELSE h.lei
  END AS lei,
  CASE WHEN c.lei IS NULL THEN UPPER(SPLIT_INDEX(c.name, ' ', 0)) END AS first_name,
  CASE WHEN c.lei IS NULL THEN UPPER(SUBSTRING(c.name, POSITION(' ' IN c.name) + 1)) END AS person_name,
  CASE WHEN c.lei IS NULL THEN c.birth_date END AS birth_date,
  CASE WHEN c.lei IS NULL THEN c.tax_id END AS other_id,
  CASE WHEN c.customer_id IS NOT NULL AND c.lei IS NULL THEN 'NIDN' END AS scheme_name_code,
  CASE WHEN c.customer_id IS NOT NULL THEN institution_country() END AS country_of_branch
FROM (
  SELECT trade_id, book, 'BUYER' AS side_of_trade, buyer_id AS party_id FROM mifir_trades
  UNION ALL
  SELECT trade_id, book, 'SELLER', seller_id FROM mifir_trades
) p
LEFT JOIN current_customers c ON p.party_id = c.customer_id
CROSS JOIN (SELECT MIN(lei) AS lei FROM counterparties WHERE sector = 'CCP') h
