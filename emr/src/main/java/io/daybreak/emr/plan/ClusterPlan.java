package io.daybreak.emr.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.daybreak.emr.price.Architecture;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cluster for one night: everything launch needs and everything an operator asks before agreeing to it.
 *
 * @param release EMR release label; its Flink is 1.20
 * @param applications EMR applications to install
 * @param strictWindows whether stages wait for the brief's windows
 * @param classifications EMR configuration by classification, then key
 * @param levers the brief's Spark levers, one by one
 * @param warnings what the operator should know before launching
 */
public record ClusterPlan(
        String profile,
        String title,
        String region,
        String release,
        List<String> applications,
        Architecture architecture,
        MarketMix mix,
        boolean strictWindows,
        FleetPlan primary,
        FleetPlan core,
        FleetPlan task,
        MemoryPlan memory,
        Scaling scaling,
        Concurrency concurrency,
        Timeouts timeouts,
        Map<String, Map<String, String>> classifications,
        List<Lever> levers,
        Estimate estimate,
        List<String> warnings) {

    public ClusterPlan {
        applications = List.copyOf(applications);
        classifications = Collections.unmodifiableMap(new TreeMap<>(classifications));
        levers = List.copyOf(levers);
        warnings = List.copyOf(warnings);
    }

    /** Short name: profile, mix and sizes, as {@code brief/spot-task core 10 task 4}. */
    @JsonIgnore
    public String label() {
        return profile + "/" + mix.text() + " core "
                + core.units() / core.preferred().weight() + " task " + task.units() + "u";
    }

    /** The Flink settings of the plan. */
    @JsonIgnore
    public Map<String, String> flinkSettings() {
        return classifications.getOrDefault("flink-conf", Map.of());
    }

    /** Core and task nodes; spot nodes as many as an even spread over the types makes. */
    @JsonIgnore
    public double nodes() {
        return core.nodes() + task.nodes();
    }

    /** Whether any node of the cluster is bought on spot. */
    @JsonIgnore
    public boolean usesSpot() {
        return core.spotUnits() + task.spotUnits() > 0;
    }
}
