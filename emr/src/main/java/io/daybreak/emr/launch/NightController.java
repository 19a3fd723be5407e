package io.daybreak.emr.launch;

import io.daybreak.emr.launch.Clusters.Cluster;
import io.daybreak.emr.launch.Clusters.State;
import io.daybreak.emr.launch.Clusters.StepStatus;
import io.daybreak.emr.launch.NightProgress.Decision;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.night.StageGraph;
import io.daybreak.emr.plan.ClusterPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Launches, submits, follows and ends a night.
 *
 * <p>All it knows is read from EMR each time, by the run id in the names of clusters and steps: it can be killed at any
 * moment and started again. A call that may have been executed is repeated only after looking; so a retry doubles
 * neither a cluster nor a step. A cluster that failed to start is ended and counts as an attempt.
 */
public final class NightController {
    private static final int MOST_CALLS = 6;
    private static final int MOST_LAUNCHES = 2;
    private static final double POLL_SECONDS = 20;
    /** Clusters older than this are not of a run that is still going. */
    private static final Duration HORIZON = Duration.ofDays(4);

    private static final Pattern NAME = Pattern.compile("daybreak-\\d{4}-\\d{2}-\\d{2}-(.+)");

    private final Clusters clusters;
    private final Clock clock;
    private final Pause pause;
    private final Consumer<String> log;

    /**
     * A controller.
     *
     * @param log takes one line per thing done
     */
    public NightController(Clusters clusters, Clock clock, Pause pause, Consumer<String> log) {
        this.clusters = clusters;
        this.clock = clock;
        this.pause = pause;
        this.log = log;
    }

    /** The living cluster of a run, or a new one; its id. Waits for neither. */
    public String launch(ClusterPlan plan, LaunchSettings settings) {
        for (int call = 1; ; call++) {
            Optional<Cluster> alive = alive(settings.runId());
            if (alive.isPresent()) {
                log.accept("cluster " + alive.get().id() + " of run " + settings.runId() + " is there already");
                return alive.get().id();
            }
            try {
                String id = clusters.launch(plan, settings);
                log.accept("launched cluster " + id + " (" + plan.label() + ")");
                return id;
            } catch (CloudFailure failure) {
                backOff(failure, call);
            }
        }
    }

    /** Submits once what can be submitted now; the decision it acted on. */
    public Decision submit(String clusterId, StageGraph graph, ClusterPlan plan, LaunchSettings settings) {
        return submit(clusterId, clustersOf(settings.runId(), clusterId), graph, plan, settings);
    }

    private Decision submit(
            String clusterId, List<Cluster> ofRun, StageGraph graph, ClusterPlan plan, LaunchSettings settings) {
        for (int call = 1; ; call++) {
            Decision decision = progress(graph, settings.runId(), ofRun).decide(graph);
            List<Step> steps = new ArrayList<>();
            for (Map.Entry<String, Integer> each : decision.submit().entrySet()) {
                steps.add(Step.of(graph.stage(each.getKey()), plan, settings, each.getValue()));
            }
            if (steps.isEmpty()) {
                return decision;
            }
            try {
                clusters.addSteps(clusterId, steps);
                steps.forEach(step -> log.accept("submitted " + step.name()));
                return decision;
            } catch (CloudFailure failure) {
                backOff(failure, call);
            }
        }
    }

    /**
     * Runs a night to its end: launches, waits, submits as stages finish, launches once more when the cluster dies, and
     * terminates on finish or when the deadline rule says so.
     *
     * @param plans what to launch first, and what instead when that cluster dies: no capacity, for instance
     * @param giveUpAt the deadline rule: whatever runs then is ended
     * @return the night's exit code
     */
    public ExitCode run(StageGraph graph, List<ClusterPlan> plans, LaunchSettings settings, Instant giveUpAt) {
        int launches = 0;
        while (launches < MOST_LAUNCHES) {
            ClusterPlan plan = plans.get(Math.min(launches, plans.size() - 1));
            String id = launch(plan, settings);
            launches++;
            try {
                Optional<ExitCode> code = follow(id, graph, plan, settings, giveUpAt);
                if (code.isPresent()) {
                    terminate(id);
                    return code.get();
                }
            } catch (Refusal refusal) {
                cleanUp(id);
                throw refusal;
            }
            cleanUp(id);
            log.accept("cluster " + id + " ended before the night; launching another, resuming at "
                    + progress(graph, settings.runId()).firstUnfinished().orElse("the end"));
        }
        throw new Refusal(
                ExitCode.INFRASTRUCTURE,
                "run " + settings.runId() + ": " + MOST_LAUNCHES
                        + " clusters ended before the night; see EMR's reasons with 'emr status'");
    }

    /** Polls until the night ends; empty when its cluster ended first. */
    private Optional<ExitCode> follow(
            String clusterId, StageGraph graph, ClusterPlan plan, LaunchSettings settings, Instant giveUpAt) {
        List<Cluster> ofRun = clustersOf(settings.runId(), clusterId);
        while (true) {
            if (!clock.instant().isBefore(giveUpAt)) {
                throw new Refusal(
                        ExitCode.INFRASTRUCTURE,
                        "run " + settings.runId() + ": the deadline rule ended the night at "
                                + progress(graph, settings.runId())
                                        .firstUnfinished()
                                        .orElse("its end"));
            }
            Cluster cluster = repeat(() -> clusters.describe(clusterId));
            if (!cluster.state().isAlive()) {
                log.accept("cluster " + clusterId + " is " + cluster.state() + ": " + cluster.reason());
                return Optional.empty();
            }
            if (cluster.state() == State.READY) {
                Decision decision = submit(clusterId, ofRun, graph, plan, settings);
                if (decision.exitCode().isPresent()) {
                    return decision.exitCode();
                }
            }
            pause.seconds(POLL_SECONDS);
        }
    }

    /** How far the run is, over all its clusters. */
    public NightProgress progress(StageGraph graph, String runId) {
        return progress(graph, runId, clustersOf(runId));
    }

    private NightProgress progress(StageGraph graph, String runId, List<Cluster> ofRun) {
        List<StepStatus> steps = new ArrayList<>();
        List<String> live = new ArrayList<>();
        for (Cluster cluster : ofRun) {
            for (StepStatus step : repeat(() -> clusters.steps(cluster.id()))) {
                steps.add(step);
                if (cluster.state().isAlive()) {
                    live.add(step.id());
                }
            }
        }
        return NightProgress.of(graph, runId, steps, live);
    }

    /** Clusters of a run, newest first. */
    public List<Cluster> clustersOf(String runId) {
        List<Cluster> ofRun = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Cluster cluster : repeat(() -> clusters.list(clock.instant().minus(HORIZON)))) {
            Matcher matcher = NAME.matcher(cluster.name());
            if (matcher.matches() && matcher.group(1).equals(runId) && seen.add(cluster.id())) {
                ofRun.add(cluster);
            }
        }
        return ofRun;
    }

    /** Clusters of a run with one that is known to be its own: a list that lags behind must not make steps look unsent. */
    private List<Cluster> clustersOf(String runId, String clusterId) {
        List<Cluster> ofRun = new ArrayList<>(clustersOf(runId));
        if (ofRun.stream().noneMatch(cluster -> cluster.id().equals(clusterId))) {
            ofRun.add(repeat(() -> clusters.describe(clusterId)));
        }
        return ofRun;
    }

    /** Ends a cluster; a cluster that has ended is left alone. */
    public void terminate(String clusterId) {
        repeat(() -> {
            clusters.terminate(clusterId);
            return clusterId;
        });
        log.accept("terminated cluster " + clusterId);
    }

    /** Ends a cluster on the way out of a failure, which must not be hidden by another. */
    private void cleanUp(String clusterId) {
        try {
            terminate(clusterId);
        } catch (Refusal refusal) {
            log.accept("could not terminate " + clusterId + ": " + refusal.getMessage() + "; it ends itself when idle");
        }
    }

    private Optional<Cluster> alive(String runId) {
        return clustersOf(runId).stream()
                .filter(cluster -> cluster.state().isAlive())
                .findFirst();
    }

    /** Repeats a call that does no harm when repeated. */
    private <T> T repeat(Supplier<T> call) {
        for (int i = 1; ; i++) {
            try {
                return call.get();
            } catch (CloudFailure failure) {
                backOff(failure, i);
            }
        }
    }

    /** Waits before the next call, doubling from one second; refuses when the failure is final or there were too many. */
    private void backOff(CloudFailure failure, int call) {
        if (!failure.kind().isRepeatable() || call >= MOST_CALLS) {
            throw failure.toRefusal();
        }
        log.accept(failure.getMessage() + "; trying again");
        pause.seconds(Math.pow(2, call - 1));
    }
}
