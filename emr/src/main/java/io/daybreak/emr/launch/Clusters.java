package io.daybreak.emr.launch;

import io.daybreak.emr.plan.ClusterPlan;
import java.time.Instant;
import java.util.List;

/**
 * What the controller needs of EMR, in the night's words. Every method makes one call, or one per page, and throws {@link
 * CloudFailure}; none retries, because only the controller knows what is safe to repeat.
 */
public interface Clusters {

    /** A cluster as EMR lists it. */
    record Cluster(String id, String name, State state, String reason) {}

    /** Life of a cluster, EMR's states drawn together. */
    enum State {
        STARTING,
        READY,
        ENDING,
        ENDED,
        FAILED;

        /** Whether it can still take steps, now or soon. */
        public boolean isAlive() {
            return this == STARTING || this == READY;
        }
    }

    /**
     * A step as EMR lists it.
     *
     * @param failure EMR's message when it failed, else empty
     * @param log where EMR says its log is, else empty
     */
    record StepStatus(String id, String name, StepState state, String failure, String log) {}

    /** Life of a step, EMR's states drawn together. */
    enum StepState {
        WAITING,
        RUNNING,
        COMPLETED,
        CANCELLED,
        FAILED
    }

    /** A fleet's targets in units. */
    record Fleet(String id, String type, int onDemandTarget, int spotTarget, int onDemandRunning, int spotRunning) {}

    /** Asks for a cluster; its id. Not idempotent at EMR. */
    String launch(ClusterPlan plan, LaunchSettings settings);

    /** Clusters created since a time, newest first, whatever their state. */
    List<Cluster> list(Instant since);

    /** One cluster. */
    Cluster describe(String clusterId);

    /** All steps of a cluster. */
    List<StepStatus> steps(String clusterId);

    /** Adds steps in order; not idempotent at EMR. */
    void addSteps(String clusterId, List<Step> steps);

    /** Asks for the end of a cluster; repeating it does no harm. */
    void terminate(String clusterId);

    /** The fleets of a cluster. */
    List<Fleet> fleets(String clusterId);

    /** Sets a fleet's targets; repeating it does no harm. */
    void resize(String clusterId, String fleetId, int onDemandUnits, int spotUnits);
}
