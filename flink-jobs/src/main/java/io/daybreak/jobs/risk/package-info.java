/**
 * The risk stage: positions over scenarios to P&L vectors, and from the vectors value at risk, shortfall, stress,
 * back-test and alerts. Positions are netted where they are read; only netted lines travel, to the task that owns their
 * book, and every task makes the scenarios itself, so the digits do not depend on how many tasks there are. The
 * arithmetic is the risk engine's. Begin at {@link io.daybreak.jobs.risk.RiskStage}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.risk;
