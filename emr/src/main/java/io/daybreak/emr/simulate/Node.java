package io.daybreak.emr.simulate;

import io.daybreak.emr.price.InstanceType;
import io.daybreak.emr.price.Market;

/** A node of the night being played. Times are seconds after midnight. */
final class Node {
    private final InstanceType type;
    private final Market market;
    private final int slots;
    private final double billedFrom;
    private final double readyAt;
    private final int pool;
    private double goneAt = Double.POSITIVE_INFINITY;

    Node(InstanceType type, Market market, int slots, double billedFrom, double readyAt, int pool) {
        this.type = type;
        this.market = market;
        this.slots = slots;
        this.billedFrom = billedFrom;
        this.readyAt = readyAt;
        this.pool = pool;
    }

    InstanceType type() {
        return type;
    }

    boolean isSpot() {
        return market == Market.SPOT;
    }

    int slots() {
        return slots;
    }

    double readyAt() {
        return readyAt;
    }

    /** Index of its type among the cluster's spot pools. */
    int pool() {
        return pool;
    }

    boolean works(double now) {
        return now >= readyAt && now < goneAt;
    }

    boolean isLost() {
        return !Double.isInfinite(goneAt);
    }

    void lose(double at) {
        goneAt = Math.min(goneAt, at);
    }

    /** Instance, fee and volume from billing to the end of the night or of the node. */
    double usd(double endOfNight, double ebsUsdPerSecond) {
        double seconds = Math.max(60, Math.min(goneAt, endOfNight) - billedFrom);
        return seconds * (type.usdPerHour(market).doubleValue() / 3600 + ebsUsdPerSecond);
    }
}
