/**
 * The rehearsal: plays a plan's night thousands of times with late feeds, slow stages, lost spot nodes, lost JobManagers
 * and a lost region, and says how likely it is on time and what it costs. Discrete events over a fluid of slots; every
 * draw is addressed by (seed, night, purpose, index), so that a night repeats exactly and plans meet the same nights.
 * Start at {@link io.daybreak.emr.simulate.Rehearsal}. Doubles are at home here and money is a mean, not a bill.
 */
@NullMarked
package io.daybreak.emr.simulate;

import org.jspecify.annotations.NullMarked;
