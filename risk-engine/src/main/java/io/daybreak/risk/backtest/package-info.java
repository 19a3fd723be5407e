/**
 * Was the value at risk right? Exceptions against actual and hypothetical P&L, the supervisory traffic light (MAR32),
 * the tests of Kupiec and Christoffersen, and the P&L attribution tests. Missing data count as exceptions.
 * Start at {@link io.daybreak.risk.backtest.Exceptions}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.backtest;
