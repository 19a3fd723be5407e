package io.daybreak.emr.launch;

import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.FleetPlan;
import io.daybreak.emr.plan.FleetType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A plan as the members of EMR's RunJobFlow request, named as in its API. The orchestrators take it as JSON; the SDK
 * edge builds the same from its own classes, and a test holds the two together.
 */
public final class JobFlow {
    private JobFlow() {}

    /** The request, without steps. */
    public static Map<String, Object> of(ClusterPlan plan, LaunchSettings settings) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("Name", settings.clusterName());
        request.put("ReleaseLabel", plan.release());
        request.put("LogUri", settings.logs());
        request.put("ServiceRole", settings.serviceRole());
        request.put("JobFlowRole", settings.instanceProfile());
        request.put("SecurityConfiguration", settings.securityConfiguration());
        request.put("VisibleToAllUsers", true);
        request.put("StepConcurrencyLevel", plan.concurrency().steps());
        request.put("EbsRootVolumeSize", 40);
        request.put("Applications", names(plan.applications()));
        request.put("Configurations", configurations(plan));
        request.put("Instances", instances(plan, settings));
        request.put(
                "ManagedScalingPolicy",
                Map.of(
                        "ComputeLimits",
                        ordered(
                                "UnitType", "InstanceFleetUnits",
                                "MinimumCapacityUnits", plan.scaling().minimumUnits(),
                                "MaximumCapacityUnits", plan.scaling().maximumUnits(),
                                "MaximumOnDemandCapacityUnits", plan.scaling().maximumOnDemandUnits(),
                                "MaximumCoreCapacityUnits", plan.scaling().maximumCoreUnits())));
        request.put(
                "AutoTerminationPolicy", Map.of("IdleTimeout", plan.timeouts().idleTermination() * 60L));
        request.put(
                "BootstrapActions",
                List.of(ordered(
                        "Name",
                        "daybreak",
                        "ScriptBootstrapAction",
                        ordered(
                                "Path",
                                settings.artifacts() + "/bootstrap.sh",
                                "Args",
                                List.of(settings.artifacts())))));
        request.put("Tags", tags(settings));
        return request;
    }

    private static List<Object> names(List<String> applications) {
        List<Object> names = new ArrayList<>();
        for (String application : applications) {
            names.add(Map.of("Name", application));
        }
        return names;
    }

    private static List<Object> configurations(ClusterPlan plan) {
        List<Object> all = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> each :
                plan.classifications().entrySet()) {
            all.add(ordered("Classification", each.getKey(), "Properties", each.getValue()));
        }
        return all;
    }

    private static Map<String, Object> instances(ClusterPlan plan, LaunchSettings settings) {
        List<Object> fleets = new ArrayList<>();
        fleets.add(fleet(plan.primary(), "MASTER", plan));
        fleets.add(fleet(plan.core(), "CORE", plan));
        if (plan.task().units() > 0) {
            fleets.add(fleet(plan.task(), "TASK", plan));
        }
        return ordered(
                "InstanceFleets",
                fleets,
                "Ec2SubnetIds",
                settings.subnets(),
                "KeepJobFlowAliveWhenNoSteps",
                true,
                "TerminationProtected",
                false);
    }

    private static Map<String, Object> fleet(FleetPlan fleet, String type, ClusterPlan plan) {
        List<Object> types = new ArrayList<>();
        for (FleetType each : fleet.types()) {
            types.add(ordered(
                    "InstanceType", each.type(),
                    "WeightedCapacity", each.weight(),
                    "EbsConfiguration",
                            Map.of(
                                    "EbsBlockDeviceConfigs",
                                    List.of(ordered(
                                            "VolumeSpecification",
                                            ordered("VolumeType", "gp3", "SizeInGB", each.ebsGb()),
                                            "VolumesPerInstance",
                                            1)))));
        }
        Map<String, Object> launch = new LinkedHashMap<>();
        launch.put("OnDemandSpecification", Map.of("AllocationStrategy", fleet.onDemandStrategy()));
        if (fleet.spotUnits() > 0) {
            launch.put(
                    "SpotSpecification",
                    ordered(
                            "TimeoutDurationMinutes", fleet.spotTimeoutMinutes(),
                            "TimeoutAction", "SWITCH_TO_ON_DEMAND",
                            "AllocationStrategy", fleet.spotStrategy()));
        }
        Map<String, Object> all = ordered(
                "Name",
                type.toLowerCase(Locale.ROOT),
                "InstanceFleetType",
                type,
                "TargetOnDemandCapacity",
                fleet.onDemandUnits(),
                "TargetSpotCapacity",
                fleet.spotUnits(),
                "InstanceTypeConfigs",
                types,
                "LaunchSpecifications",
                launch);
        if (fleet.spotUnits() > 0) {
            all.put(
                    "ResizeSpecifications",
                    Map.of(
                            "SpotResizeSpecification",
                            Map.of("TimeoutDurationMinutes", plan.timeouts().spotResize())));
        }
        return all;
    }

    private static List<Object> tags(LaunchSettings settings) {
        return List.of(
                ordered("Key", "daybreak:run", "Value", settings.runId()),
                ordered("Key", "daybreak:date", "Value", settings.date()),
                ordered("Key", "for-use-with-amazon-emr-managed-policies", "Value", "true"));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
