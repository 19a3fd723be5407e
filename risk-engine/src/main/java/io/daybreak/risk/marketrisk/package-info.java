/**
 * Market risk capital by the standardised approach: sensitivities-based method (MAR21: delta, vega, curvature under three
 * correlation scenarios), default risk charge (MAR22) and residual risk add-on (MAR23). Amounts are in one reporting
 * currency. Parameters are tables with their paragraph. Start at
 * {@link io.daybreak.risk.marketrisk.SensitivitiesBasedMethod}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.marketrisk;
