package io.daybreak.emr.simulate;

import io.daybreak.emr.workload.StageDemand;

/** A stage of the night being played: how much is left, what was lost, when it may go on. */
final class StageRun {
    private final StageDemand demand;
    private final int index;
    private final double work;
    private double left;
    private double notBefore = Double.POSITIVE_INFINITY;
    private double finishedAt = Double.POSITIVE_INFINITY;
    private double held;
    private double recomputed;
    private int restarts;

    StageRun(StageDemand demand, int index, double work) {
        this.demand = demand;
        this.index = index;
        this.work = work;
        this.left = work;
    }

    StageDemand demand() {
        return demand;
    }

    int index() {
        return index;
    }

    double left() {
        return left;
    }

    double notBefore() {
        return notBefore;
    }

    double finishedAt() {
        return finishedAt;
    }

    double held() {
        return held;
    }

    double recomputed() {
        return recomputed;
    }

    int restarts() {
        return restarts;
    }

    boolean isSubmitted() {
        return !Double.isInfinite(notBefore);
    }

    boolean isFinished() {
        return !Double.isInfinite(finishedAt);
    }

    boolean works(double now) {
        return isSubmitted() && !isFinished() && now >= notBefore;
    }

    void submit(double now) {
        notBefore = now + demand.launchSeconds();
    }

    void pauseUntil(double time) {
        notBefore = Math.max(notBefore, time);
    }

    /** Works with these slots for a while; true when it is done. */
    boolean work(double slots, double seconds) {
        held += slots * seconds;
        left -= slots * seconds;
        if (left > 1e-6) {
            return false;
        }
        left = 0;
        return true;
    }

    void finish(double now) {
        finishedAt = now;
    }

    /** A share of what was done has to be done again. */
    void lose(double share) {
        double lost = (work - left) * share;
        left += lost;
        recomputed += lost;
    }

    /** Everything has to be done again, after another launch. */
    void restart(double now) {
        recomputed += work - left;
        left = work;
        finishedAt = Double.POSITIVE_INFINITY;
        restarts++;
        submit(now);
    }

    /** Not published in the region the night goes on in. */
    void forget() {
        recomputed += work - left;
        left = work;
        notBefore = Double.POSITIVE_INFINITY;
        finishedAt = Double.POSITIVE_INFINITY;
    }
}
