package io.daybreak.emr.aws;

import io.daybreak.emr.launch.LaunchSettings;
import io.daybreak.emr.plan.ClusterPlan;
import io.daybreak.emr.plan.FleetPlan;
import io.daybreak.emr.plan.FleetType;
import io.daybreak.emr.plan.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.emr.model.Application;
import software.amazon.awssdk.services.emr.model.AutoTerminationPolicy;
import software.amazon.awssdk.services.emr.model.BootstrapActionConfig;
import software.amazon.awssdk.services.emr.model.ComputeLimits;
import software.amazon.awssdk.services.emr.model.ComputeLimitsUnitType;
import software.amazon.awssdk.services.emr.model.Configuration;
import software.amazon.awssdk.services.emr.model.EbsBlockDeviceConfig;
import software.amazon.awssdk.services.emr.model.EbsConfiguration;
import software.amazon.awssdk.services.emr.model.InstanceFleetConfig;
import software.amazon.awssdk.services.emr.model.InstanceFleetProvisioningSpecifications;
import software.amazon.awssdk.services.emr.model.InstanceFleetType;
import software.amazon.awssdk.services.emr.model.InstanceTypeConfig;
import software.amazon.awssdk.services.emr.model.JobFlowInstancesConfig;
import software.amazon.awssdk.services.emr.model.ManagedScalingPolicy;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.SpotProvisioningTimeoutAction;
import software.amazon.awssdk.services.emr.model.Tag;

/** A plan as the SDK's RunJobFlow request; the same members as {@link io.daybreak.emr.launch.JobFlow}. */
final class RunJobFlow {
    private RunJobFlow() {}

    static RunJobFlowRequest of(ClusterPlan plan, LaunchSettings settings) {
        return RunJobFlowRequest.builder()
                .name(settings.clusterName())
                .releaseLabel(plan.release())
                .logUri(settings.logs())
                .serviceRole(settings.serviceRole())
                .jobFlowRole(settings.instanceProfile())
                .securityConfiguration(settings.securityConfiguration())
                .visibleToAllUsers(true)
                .stepConcurrencyLevel(plan.concurrency().steps())
                .ebsRootVolumeSize(40)
                .applications(applications(plan))
                .configurations(configurations(plan))
                .instances(instances(plan, settings))
                .managedScalingPolicy(scaling(plan.scaling()))
                .autoTerminationPolicy(AutoTerminationPolicy.builder()
                        .idleTimeout(plan.timeouts().idleTermination() * 60L)
                        .build())
                .bootstrapActions(BootstrapActionConfig.builder()
                        .name("daybreak")
                        .scriptBootstrapAction(s ->
                                s.path(settings.artifacts() + "/bootstrap.sh").args(settings.artifacts()))
                        .build())
                .tags(
                        tag("daybreak:run", settings.runId()),
                        tag("daybreak:date", settings.date()),
                        tag("for-use-with-amazon-emr-managed-policies", "true"))
                .build();
    }

    private static List<Application> applications(ClusterPlan plan) {
        List<Application> applications = new ArrayList<>();
        for (String name : plan.applications()) {
            applications.add(Application.builder().name(name).build());
        }
        return applications;
    }

    private static List<Configuration> configurations(ClusterPlan plan) {
        List<Configuration> configurations = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> each :
                plan.classifications().entrySet()) {
            configurations.add(Configuration.builder()
                    .classification(each.getKey())
                    .properties(each.getValue())
                    .build());
        }
        return configurations;
    }

    private static JobFlowInstancesConfig instances(ClusterPlan plan, LaunchSettings settings) {
        List<InstanceFleetConfig> fleets = new ArrayList<>();
        fleets.add(fleet(plan.primary(), InstanceFleetType.MASTER, plan));
        fleets.add(fleet(plan.core(), InstanceFleetType.CORE, plan));
        if (plan.task().units() > 0) {
            fleets.add(fleet(plan.task(), InstanceFleetType.TASK, plan));
        }
        return JobFlowInstancesConfig.builder()
                .instanceFleets(fleets)
                .ec2SubnetIds(settings.subnets())
                .keepJobFlowAliveWhenNoSteps(true)
                .terminationProtected(false)
                .build();
    }

    private static InstanceFleetConfig fleet(FleetPlan fleet, InstanceFleetType type, ClusterPlan plan) {
        List<InstanceTypeConfig> types = new ArrayList<>();
        for (FleetType each : fleet.types()) {
            types.add(InstanceTypeConfig.builder()
                    .instanceType(each.type())
                    .weightedCapacity(each.weight())
                    .ebsConfiguration(volume(each.ebsGb()))
                    .build());
        }
        InstanceFleetConfig.Builder builder = InstanceFleetConfig.builder()
                .name(type.toString().toLowerCase(Locale.ROOT))
                .instanceFleetType(type)
                .targetOnDemandCapacity(fleet.onDemandUnits())
                .targetSpotCapacity(fleet.spotUnits())
                .instanceTypeConfigs(types)
                .launchSpecifications(launch(fleet));
        if (fleet.spotUnits() > 0) {
            builder.resizeSpecifications(r -> r.spotResizeSpecification(
                    s -> s.timeoutDurationMinutes(plan.timeouts().spotResize())));
        }
        return builder.build();
    }

    private static EbsConfiguration volume(int gb) {
        return EbsConfiguration.builder()
                .ebsBlockDeviceConfigs(EbsBlockDeviceConfig.builder()
                        .volumeSpecification(v -> v.volumeType("gp3").sizeInGB(gb))
                        .volumesPerInstance(1)
                        .build())
                .build();
    }

    private static InstanceFleetProvisioningSpecifications launch(FleetPlan fleet) {
        InstanceFleetProvisioningSpecifications.Builder builder = InstanceFleetProvisioningSpecifications.builder()
                .onDemandSpecification(o -> o.allocationStrategy(fleet.onDemandStrategy()));
        if (fleet.spotUnits() > 0) {
            builder.spotSpecification(s -> s.timeoutDurationMinutes(fleet.spotTimeoutMinutes())
                    .timeoutAction(SpotProvisioningTimeoutAction.SWITCH_TO_ON_DEMAND)
                    .allocationStrategy(fleet.spotStrategy()));
        }
        return builder.build();
    }

    private static ManagedScalingPolicy scaling(Scaling scaling) {
        return ManagedScalingPolicy.builder()
                .computeLimits(ComputeLimits.builder()
                        .unitType(ComputeLimitsUnitType.INSTANCE_FLEET_UNITS)
                        .minimumCapacityUnits(scaling.minimumUnits())
                        .maximumCapacityUnits(scaling.maximumUnits())
                        .maximumOnDemandCapacityUnits(scaling.maximumOnDemandUnits())
                        .maximumCoreCapacityUnits(scaling.maximumCoreUnits())
                        .build())
                .build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
