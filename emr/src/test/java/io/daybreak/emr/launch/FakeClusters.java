package io.daybreak.emr.launch;

import io.daybreak.emr.launch.CloudFailure.Kind;
import io.daybreak.emr.plan.ClusterPlan;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** EMR by hand: clusters and steps in memory, and the next errors a test wants. */
public final class FakeClusters implements Clusters {
    /** An error for a call, before or after it was executed. */
    private record Planned(Kind kind, boolean executed) {}

    private final Map<String, Cluster> clusters = new LinkedHashMap<>();
    private final Map<String, List<StepStatus>> steps = new HashMap<>();
    private final Map<String, Deque<Planned>> errors = new HashMap<>();
    private final List<Fleet> fleets = new ArrayList<>();
    public final List<String> calls = new ArrayList<>();
    public final List<ClusterPlan> launched = new ArrayList<>();
    public Runnable onDescribe = () -> {};
    public boolean hideNewest;

    /** The next call of this name fails without being executed. */
    public FakeClusters nextError(String call, Kind kind) {
        errors.computeIfAbsent(call, c -> new ArrayDeque<>()).add(new Planned(kind, false));
        return this;
    }

    /** The next call of this name is executed and its answer lost. */
    public FakeClusters nextLostAnswer(String call) {
        errors.computeIfAbsent(call, c -> new ArrayDeque<>()).add(new Planned(Kind.UNKNOWN, true));
        return this;
    }

    private void enter(String call, Runnable execution) {
        calls.add(call);
        Planned planned = errors.getOrDefault(call, new ArrayDeque<>()).poll();
        if (planned == null || planned.executed()) {
            execution.run();
        }
        if (planned != null) {
            throw new CloudFailure(
                    planned.kind(), "elasticmapreduce:" + call, "planned", new RuntimeException("planned"));
        }
    }

    @Override
    public String launch(ClusterPlan plan, LaunchSettings settings) {
        String id = "j-" + (clusters.size() + 1);
        enter("launch", () -> {
            launched.add(plan);
            clusters.put(id, new Cluster(id, settings.clusterName(), State.READY, ""));
            steps.put(id, new ArrayList<>());
        });
        return id;
    }

    @Override
    public List<Cluster> list(Instant since) {
        enter("list", () -> {});
        List<Cluster> newestFirst = new ArrayList<>(clusters.values());
        Collections.reverse(newestFirst);
        return hideNewest && !newestFirst.isEmpty() ? newestFirst.subList(1, newestFirst.size()) : newestFirst;
    }

    @Override
    public Cluster describe(String clusterId) {
        enter("describe", onDescribe);
        return Objects.requireNonNull(clusters.get(clusterId), clusterId);
    }

    @Override
    public List<StepStatus> steps(String clusterId) {
        enter("steps", () -> {});
        return List.copyOf(Objects.requireNonNull(steps.get(clusterId), clusterId));
    }

    @Override
    public void addSteps(String clusterId, List<Step> added) {
        enter("addSteps", () -> {
            for (Step step : added) {
                List<StepStatus> all = Objects.requireNonNull(steps.get(clusterId), clusterId);
                all.add(new StepStatus("s-" + clusterId + "-" + all.size(), step.name(), StepState.RUNNING, "", ""));
            }
        });
    }

    @Override
    public void terminate(String clusterId) {
        enter("terminate", () -> end(clusterId, State.ENDED, "user request"));
    }

    @Override
    public List<Fleet> fleets(String clusterId) {
        enter("fleets", () -> {});
        return List.copyOf(fleets);
    }

    @Override
    public void resize(String clusterId, String fleetId, int onDemandUnits, int spotUnits) {
        enter(
                "resize",
                () -> fleets.replaceAll(f -> f.id().equals(fleetId)
                        ? new Fleet(f.id(), f.type(), onDemandUnits, spotUnits, f.onDemandRunning(), f.spotRunning())
                        : f));
    }

    public void fleet(Fleet fleet) {
        fleets.add(fleet);
    }

    public void end(String clusterId, State state, String reason) {
        clusters.computeIfPresent(clusterId, (id, c) -> new Cluster(id, c.name(), state, reason));
    }

    /** Ends every running step of every cluster. */
    public void finishRunning(StepState state, String failure) {
        steps.values()
                .forEach(all -> all.replaceAll(s -> s.state() == StepState.RUNNING
                        ? new StepStatus(s.id(), s.name(), state, failure, "s3://logs/" + s.id())
                        : s));
    }

    /** Ends the running steps whose name contains a text. */
    public void finish(String containing, StepState state, String failure) {
        steps.values()
                .forEach(all -> all.replaceAll(
                        s -> s.state() == StepState.RUNNING && s.name().contains(containing)
                                ? new StepStatus(s.id(), s.name(), state, failure, "s3://logs/" + s.id())
                                : s));
    }

    public List<String> stepNames() {
        List<String> names = new ArrayList<>();
        steps.values().forEach(all -> all.forEach(s -> names.add(s.name())));
        return names;
    }

    public long living() {
        return clusters.values().stream().filter(c -> c.state().isAlive()).count();
    }
}
