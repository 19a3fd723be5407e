package io.daybreak.emr.aws;

import io.daybreak.emr.launch.Clusters;
import io.daybreak.emr.launch.LaunchSettings;
import io.daybreak.emr.launch.Step;
import io.daybreak.emr.plan.ClusterPlan;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.EmrClientBuilder;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStatus;
import software.amazon.awssdk.services.emr.model.ClusterSummary;
import software.amazon.awssdk.services.emr.model.FailureDetails;
import software.amazon.awssdk.services.emr.model.InstanceFleet;
import software.amazon.awssdk.services.emr.model.ListClustersResponse;
import software.amazon.awssdk.services.emr.model.ListStepsResponse;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepSummary;

/** EMR through its SDK. */
public final class EmrClusters implements Clusters, AutoCloseable {
    private final EmrClient emr;

    EmrClusters(EmrClient emr) {
        this.emr = emr;
    }

    /**
     * EMR of a region with the credentials AWS's default chain finds.
     *
     * @param endpoint another address for all calls, for instance of a mock
     */
    public static EmrClusters connect(String region, Optional<URI> endpoint) {
        EmrClientBuilder builder = EmrClient.builder()
                .region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(Duration.ofSeconds(60)))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()));
        endpoint.ifPresent(builder::endpointOverride);
        return new EmrClusters(builder.build());
    }

    @Override
    public String launch(ClusterPlan plan, LaunchSettings settings) {
        return AwsCalls.call(
                "RunJobFlow",
                () -> emr.runJobFlow(RunJobFlow.of(plan, settings)).jobFlowId());
    }

    /**
     * Reads all pages: EMR sorts nothing, and remembers two months. The time is compared here, because not every server
     * that speaks EMR's protocol reads a timestamp in the request.
     */
    @Override
    public List<Cluster> list(Instant since) {
        List<ClusterSummary> found = new ArrayList<>();
        @Nullable String marker = null;
        do {
            String from = marker;
            ListClustersResponse page = AwsCalls.call("ListClusters", () -> emr.listClusters(r -> r.marker(from)));
            for (ClusterSummary each : page.clusters()) {
                Instant created = createdAt(each);
                if (created.equals(Instant.EPOCH) || !created.isBefore(since)) {
                    found.add(each);
                }
            }
            marker = page.marker();
        } while (marker != null && !marker.isEmpty());
        found.sort(Comparator.comparing(EmrClusters::createdAt).reversed());
        List<Cluster> clusters = new ArrayList<>();
        for (ClusterSummary each : found) {
            clusters.add(cluster(each.id(), each.name(), each.status()));
        }
        return clusters;
    }

    private static Instant createdAt(ClusterSummary cluster) {
        boolean known = cluster.status() != null
                && cluster.status().timeline() != null
                && cluster.status().timeline().creationDateTime() != null;
        return known ? cluster.status().timeline().creationDateTime() : Instant.EPOCH;
    }

    @Override
    public Cluster describe(String clusterId) {
        var cluster = AwsCalls.call(
                "DescribeCluster",
                () -> emr.describeCluster(r -> r.clusterId(clusterId)).cluster());
        return cluster(cluster.id(), cluster.name(), cluster.status());
    }

    private static Cluster cluster(String id, String name, ClusterStatus status) {
        String reason = status.stateChangeReason() == null
                ? ""
                : text(status.stateChangeReason().message());
        return new Cluster(id, text(name), state(status.state()), reason);
    }

    private static State state(ClusterState state) {
        return switch (state) {
            case STARTING, BOOTSTRAPPING -> State.STARTING;
            case RUNNING, WAITING -> State.READY;
            case TERMINATING -> State.ENDING;
            case TERMINATED -> State.ENDED;
            case TERMINATED_WITH_ERRORS, UNKNOWN_TO_SDK_VERSION -> State.FAILED;
        };
    }

    @Override
    public List<StepStatus> steps(String clusterId) {
        List<StepStatus> steps = new ArrayList<>();
        @Nullable String marker = null;
        do {
            String from = marker;
            ListStepsResponse page = AwsCalls.call(
                    "ListSteps", () -> emr.listSteps(r -> r.clusterId(clusterId).marker(from)));
            for (StepSummary step : page.steps()) {
                steps.add(step(step));
            }
            marker = page.marker();
        } while (marker != null && !marker.isEmpty());
        Collections.reverse(steps);
        return steps;
    }

    private static StepStatus step(StepSummary step) {
        software.amazon.awssdk.services.emr.model.StepStatus status = step.status();
        FailureDetails failure = status.failureDetails();
        String message = failure == null ? "" : text(failure.reason()) + " " + text(failure.message());
        String log = failure == null ? "" : text(failure.logFile());
        return new StepStatus(step.id(), text(step.name()), stepState(status), message.trim(), log);
    }

    private static StepState stepState(software.amazon.awssdk.services.emr.model.StepStatus status) {
        return switch (status.state()) {
            case PENDING -> StepState.WAITING;
            case RUNNING, CANCEL_PENDING -> StepState.RUNNING;
            case COMPLETED -> StepState.COMPLETED;
            case CANCELLED -> StepState.CANCELLED;
            case FAILED, INTERRUPTED, UNKNOWN_TO_SDK_VERSION -> StepState.FAILED;
        };
    }

    @Override
    public void addSteps(String clusterId, List<Step> steps) {
        List<StepConfig> configs = new ArrayList<>();
        for (Step step : steps) {
            configs.add(StepConfig.builder()
                    .name(step.name())
                    .actionOnFailure(ActionOnFailure.CONTINUE)
                    .hadoopJarStep(jar -> jar.jar(Step.JAR).args(step.arguments()))
                    .build());
        }
        AwsCalls.call(
                "AddJobFlowSteps",
                () -> emr.addJobFlowSteps(r -> r.jobFlowId(clusterId).steps(configs)));
    }

    @Override
    public void terminate(String clusterId) {
        AwsCalls.call("TerminateJobFlows", () -> emr.terminateJobFlows(r -> r.jobFlowIds(clusterId)));
    }

    @Override
    public List<Fleet> fleets(String clusterId) {
        List<Fleet> fleets = new ArrayList<>();
        for (InstanceFleet each : AwsCalls.call(
                "ListInstanceFleets",
                () -> emr.listInstanceFleets(r -> r.clusterId(clusterId)).instanceFleets())) {
            fleets.add(new Fleet(
                    each.id(),
                    each.instanceFleetTypeAsString(),
                    number(each.targetOnDemandCapacity()),
                    number(each.targetSpotCapacity()),
                    number(each.provisionedOnDemandCapacity()),
                    number(each.provisionedSpotCapacity())));
        }
        return fleets;
    }

    @Override
    public void resize(String clusterId, String fleetId, int onDemandUnits, int spotUnits) {
        AwsCalls.call(
                "ModifyInstanceFleet",
                () -> emr.modifyInstanceFleet(r -> r.clusterId(clusterId)
                        .instanceFleet(f -> f.instanceFleetId(fleetId)
                                .targetOnDemandCapacity(onDemandUnits)
                                .targetSpotCapacity(spotUnits))));
    }

    @Override
    public void close() {
        emr.close();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
