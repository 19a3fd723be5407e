/**
 * Credit risk weights and risk-weighted assets: the standardised approach (CRE20) with conversion factors and credit risk
 * mitigation (CRE22), and the internal ratings-based formulas (CRE31). Amounts are {@code BigDecimal} in the reporting
 * currency; parameters are versioned data with their chapter. Start at
 * {@link io.daybreak.risk.creditrisk.StandardisedApproach} and {@link io.daybreak.risk.creditrisk.InternalRatings}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.creditrisk;
