-- Purpose: the ledger with the line of a rule each balance enters
-- Inserts: ledger_lines
-- Grain: one ledger balance
SELECT ledger_id, area, item, rule_item, currency, amount, amount_base, financial_year
FROM mapped_ledger
