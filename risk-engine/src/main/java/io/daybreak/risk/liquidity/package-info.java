/**
 * Liquidity ratios: coverage over thirty days (LCR) and stable funding over a year (NSFR), with every line's amount,
 * factor and weighted amount. Factors are versioned data with their chapter; a national version overrides items.
 * Start at {@link io.daybreak.risk.liquidity.LiquidityCoverage} and {@link io.daybreak.risk.liquidity.StableFunding}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.liquidity;
