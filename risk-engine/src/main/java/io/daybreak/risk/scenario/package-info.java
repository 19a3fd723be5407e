/**
 * What may happen to the market: factor history, historical scenarios, and a Monte Carlo factor model whose every
 * draw has an address. A {@link io.daybreak.risk.scenario.Scenarios} is a cube of factor moves that any task can
 * regenerate tile by tile; nothing is stored and nothing is shuffled. Moves are in the factor's own shift type
 * ({@link io.daybreak.risk.scenario.ShiftType}). Start at {@link io.daybreak.risk.scenario.FactorHistory}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.scenario;
