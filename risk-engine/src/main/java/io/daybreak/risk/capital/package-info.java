/**
 * What the bank must hold: operational risk (OPE25), leverage (LEV), large exposures (LEX), output floor (RBC20) and the
 * stack that sums the night's risk-weighted assets into ratios. Amounts are {@code BigDecimal} in the reporting
 * currency; minima and coefficients are cited where they stand. Start at {@link io.daybreak.risk.capital.CapitalStack}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.capital;
