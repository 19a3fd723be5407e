-- Purpose: the filing bank in the parts it plays in a FinCEN report
-- View: filer_parties
-- Rule: FinCEN XML user guides: 35 transmitter, 37 its contact, 30 filing institution, 8 contact for assistance, 34 where
-- Rule: the activity took place
-- Grain: one part
SELECT number, type_code
FROM (VALUES ('1', '35'), ('2', '37'), ('3', '30'), ('4', '8'), ('5', '34')) AS parts (number, type_code)
