package io.daybreak.emr.simulate;

import io.daybreak.emr.price.InterruptionClass;

/** How Spot Advisor's percentage, published over a trailing month without a unit of exposure, becomes a rate per hour. */
public enum InterruptionReading {
    /** Never. */
    NONE(Double.POSITIVE_INFINITY),
    /** The percentage of nodes lost in a month of running: the kind reading. */
    MONTHLY(730),
    /** The percentage of nodes lost in one night of six hours: the careful reading, 120 times the other. */
    NIGHTLY(6);

    private final double hours;

    InterruptionReading(double hours) {
        this.hours = hours;
    }

    /** Reclaims per node and hour. */
    double perHour(InterruptionClass interruptions) {
        return -Math.log(1 - interruptions.upperProbability()) / hours;
    }
}
