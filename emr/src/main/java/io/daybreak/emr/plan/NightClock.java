package io.daybreak.emr.plan;

/**
 * When a calm night's fixed things happen, in seconds relative to the business midnight.
 *
 * @param launchAt when the cluster is asked for; before midnight, so negative
 * @param clusterStart from asking to ready (assumed 8 min; EMR's own pages give 5 to 10)
 * @param feedsAt when the feeds are complete
 * @param teardown from the finish to the last billed second
 */
record NightClock(double launchAt, double clusterStart, double feedsAt, double teardown) {
    static final NightClock STANDARD = new NightClock(-600, 480, 0, 120);

    double ready() {
        return Math.max(launchAt + clusterStart, feedsAt);
    }
}
