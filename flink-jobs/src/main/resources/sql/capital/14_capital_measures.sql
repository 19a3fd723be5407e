-- Purpose: capital, leverage and liquidity of the bank
-- Inserts: capital_measures
-- Rule: RBC20, LEV20, LCR20, NSF20, OPE25, LEX20
-- Grain: one measure
SELECT m.measure, m.amount, m.unit, m.minimum, m.rule
FROM (SELECT gather(name, amount) AS sums FROM night_sums) s,
LATERAL TABLE(capital_measures_of(s.sums)) m
