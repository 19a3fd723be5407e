/**
 * The decision: a {@link io.daybreak.emr.plan.ClusterPlan} from a demand, prices and limits, by {@link
 * io.daybreak.emr.plan.Planner}. Everything here is a pure function; nothing talks to AWS, reads a clock or rolls dice.
 * {@link io.daybreak.emr.plan.Schedule} is the calm night the estimates rest on; the {@code simulate} package plays the
 * others.
 */
@NullMarked
package io.daybreak.emr.plan;

import org.jspecify.annotations.NullMarked;
