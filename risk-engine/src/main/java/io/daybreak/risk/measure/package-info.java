/**
 * Risk measures of P&L vectors: value at risk and expected shortfall with the convention named, the scenarios behind
 * the number, its confidence interval, and who in the portfolio it comes from. Losses are positive. Ranks are computed
 * in whole numbers, never in doubles. Start at {@link io.daybreak.risk.measure.TailRisk}; closed forms without
 * scenarios are in {@link io.daybreak.risk.measure.DeltaGammaNormal}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.measure;
