/**
 * The capital stage: risk-weighted assets of every exposure by the standardised approach, then the bank's ratios from
 * them, the ledger and the risk stage's measures. Two table functions hold the arithmetic, which is the risk engine's:
 * {@link io.daybreak.jobs.capital.ExposureFunction} weighs one exposure, {@link
 * io.daybreak.jobs.capital.MeasuresFunction} takes the sums of the whole night. What is a model and what is the rule
 * stands at each measure's {@code rule}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.capital;
