package io.daybreak.emr.command;

import io.daybreak.emr.simulate.Outcome;
import io.daybreak.emr.simulate.Proportion;

/**
 * What a short rehearsal adds to a plan.
 *
 * @param nights nights played
 * @param seed their seed
 * @param onTime published by the deadline, with its 95 % interval
 * @param meanUsd mean cost of a night, the unlucky ones included
 * @param p95Usd cost that one night in twenty exceeds
 */
record OnTime(int nights, long seed, Proportion onTime, double meanUsd, double p95Usd) {
    /** Enough for the goal to show: 99.5 % needs 765 nights without a miss for its lower bound. */
    static final int NIGHTS = 2000;

    static final long SEED = 20261122L;

    static OnTime of(Outcome outcome) {
        return new OnTime(
                outcome.nights(),
                SEED,
                outcome.onTime(),
                outcome.usd().mean(),
                outcome.usd().p95());
    }
}
