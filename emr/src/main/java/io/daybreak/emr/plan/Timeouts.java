package io.daybreak.emr.plan;

/**
 * Waits the plan sets, in minutes.
 *
 * @param idleTermination cluster terminates itself after this much idleness
 * @param spotProvisioning wait for spot at launch, then on-demand (SWITCH_TO_ON_DEMAND acts only here)
 * @param spotResize wait for spot on a resize, then the resize stops and the spot watcher buys on-demand
 * @param slotRequest Flink's wait for a slot; above EMR's 5-6 minutes for a new node
 * @param terminateAfterDeadline the deadline rule: how long after the deadline the cluster is ended, whatever runs
 */
public record Timeouts(
        int idleTermination, int spotProvisioning, int spotResize, int slotRequest, int terminateAfterDeadline) {
    /** What every plan uses. */
    static final Timeouts STANDARD = new Timeouts(15, 10, 10, 25, 180);
}
