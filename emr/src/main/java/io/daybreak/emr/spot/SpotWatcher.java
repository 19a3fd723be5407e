package io.daybreak.emr.spot;

import io.daybreak.emr.launch.CloudFailure;
import io.daybreak.emr.launch.Clusters;
import io.daybreak.emr.launch.Clusters.Fleet;
import io.daybreak.emr.launch.Pause;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.plan.Scaling;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Watches one spot node for its notice and answers it. Two nodes noticed in the same second may overwrite each other's
 * target; then one replacement comes from EMR's own spot replacement instead of on demand.
 */
public final class SpotWatcher {
    private static final double POLL_SECONDS = 5;
    private static final int MOST_CALLS = 5;

    private final NodeHttp node;
    private final Clusters clusters;
    private final Pause pause;
    private final Consumer<String> log;

    public SpotWatcher(NodeHttp node, Clusters clusters, Pause pause, Consumer<String> log) {
        this.node = node;
        this.clusters = clusters;
        this.pause = pause;
        this.log = log;
    }

    /**
     * Watches until there is a notice, then answers it.
     *
     * @param polls how often to look before giving up; a node lives less than a day
     * @param fleetType CORE or TASK
     * @param units weight of the node in its fleet
     * @return whether there was a notice
     */
    public boolean watch(int polls, String clusterId, String fleetType, int units, String yarnNode, Scaling scaling) {
        for (int i = 0; i < polls; i++) {
            Optional<String> notice = notice();
            if (notice.isPresent()) {
                log.accept("interruption notice: " + notice.get());
                answer(clusterId, fleetType, units, scaling);
                drain(yarnNode);
                return true;
            }
            pause.seconds(POLL_SECONDS);
        }
        return false;
    }

    /** A metadata service that does not answer once is no notice; the next look comes in seconds. */
    private Optional<String> notice() {
        try {
            return node.notice();
        } catch (Refusal refusal) {
            log.accept(refusal.getMessage());
            return Optional.empty();
        }
    }

    private void answer(String clusterId, String fleetType, int units, Scaling scaling) {
        for (int call = 1; ; call++) {
            try {
                List<Fleet> fleets = clusters.fleets(clusterId);
                resize(clusterId, fleets, fleetType, units, scaling);
                return;
            } catch (CloudFailure failure) {
                if (!failure.kind().isRepeatable() || call >= MOST_CALLS) {
                    log.accept("cannot buy on-demand: " + failure.getMessage() + "; EMR replaces the node on its own");
                    return;
                }
                pause.seconds(call);
            }
        }
    }

    private void resize(String clusterId, List<Fleet> fleets, String fleetType, int units, Scaling scaling) {
        int elsewhere = 0;
        Optional<Fleet> ours = Optional.empty();
        for (Fleet fleet : fleets) {
            if (fleet.type().equals(fleetType)) {
                ours = Optional.of(fleet);
            } else if (!fleet.type().equals("MASTER")) {
                elsewhere += fleet.onDemandTarget();
            }
        }
        if (ours.isEmpty()) {
            throw Refusal.configuration("cluster " + clusterId + " has no " + fleetType + " fleet");
        }
        SpotAnswer answer = SpotAnswer.to(ours.get(), units, elsewhere, scaling);
        clusters.resize(clusterId, ours.get().id(), answer.onDemandUnits(), answer.spotUnits());
        log.accept(fleetType + " fleet: on-demand " + ours.get().onDemandTarget() + " -> " + answer.onDemandUnits()
                + ", spot " + ours.get().spotTarget() + " -> " + answer.spotUnits());
    }

    private void drain(String yarnNode) {
        try {
            node.drain(yarnNode);
            log.accept("drained " + yarnNode);
        } catch (Refusal refusal) {
            log.accept(refusal.getMessage());
        }
    }
}
