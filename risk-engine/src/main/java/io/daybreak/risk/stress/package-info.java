/**
 * What if: historical episodes taken from the data, hypothetical shocks declared as parameters, shocks of a few factors
 * completed by correlation, sensitivity ladders, and the search for the likeliest way to a given loss. Every result
 * says which factors drove it. Start at {@link io.daybreak.risk.stress.StressScenario} and
 * {@link io.daybreak.risk.stress.StressTest}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.stress;
