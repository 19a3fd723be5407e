package io.daybreak.emr.plan;

import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.night.StageClass;
import io.daybreak.emr.price.Architecture;
import io.daybreak.emr.price.InstanceType;
import io.daybreak.emr.price.PriceBook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The fleets of a candidate with what they hold; on-demand units are filled with the first type, spot evenly with all. */
record ClusterShape(
        InstanceType primaryType,
        FleetPlan primary,
        FleetPlan core,
        List<InstanceType> coreTypes,
        FleetPlan task,
        List<InstanceType> taskTypes,
        MemoryPlan memory,
        int ebsMbps) {
    private static final String ON_DEMAND_STRATEGY = "lowest-price";
    private static final String SPOT_STRATEGY = "price-capacity-optimized";

    static ClusterShape of(
            FleetProfile profile, MarketMix mix, Limits limits, PriceBook prices, int coreNodes, int taskNodes) {
        List<InstanceType> coreTypes = types(profile.core(), prices);
        List<InstanceType> taskTypes = types(profile.task(), prices);
        MemoryPlan memory = MemoryPlan.of(coreTypes.get(0));
        InstanceType primary = primaryType(profile, limits, prices);
        oneArchitecture(primary, coreTypes, taskTypes);
        int coreUnits = coreNodes * coreTypes.get(0).weight();
        int forJobManagers = Math.min(coreNodes, ceilDiv(limits.concurrentJobs(), memory.jobManagersPerNode()));
        int mostSpot = coreUnits - forJobManagers * coreTypes.get(0).weight();
        int coreSpot = Math.min(mostSpot, (int) Math.floor(coreUnits * mix.coreSpotShare()));
        int taskUnits = taskNodes * coreTypes.get(0).weight();
        int taskSpot = (int) Math.round(taskUnits * mix.taskSpotShare());
        int wait = Timeouts.STANDARD.spotProvisioning();
        FleetPlan primaryFleet = new FleetPlan(
                FleetPlan.Role.PRIMARY,
                List.of(new FleetType(primary.type(), 1, 100, 0)),
                limits.highlyAvailablePrimary() ? 3 : 1,
                0,
                ON_DEMAND_STRATEGY,
                SPOT_STRATEGY,
                wait);
        FleetPlan core = new FleetPlan(
                FleetPlan.Role.CORE,
                fleetTypes(coreTypes, memory, profile),
                coreUnits - coreSpot,
                coreSpot,
                ON_DEMAND_STRATEGY,
                SPOT_STRATEGY,
                wait);
        FleetPlan task = new FleetPlan(
                FleetPlan.Role.TASK,
                fleetTypes(taskTypes, memory, profile),
                taskUnits - taskSpot,
                taskSpot,
                ON_DEMAND_STRATEGY,
                SPOT_STRATEGY,
                wait);
        boolean nvme = coreTypes.get(0).nvmeGb() > 0;
        return new ClusterShape(primary, primaryFleet, core, coreTypes, task, taskTypes, memory, nvme ? 125 : 250);
    }

    private static InstanceType primaryType(FleetProfile profile, Limits limits, PriceBook prices) {
        for (String name : List.of(profile.primary(), profile.largePrimary())) {
            InstanceType type = prices.instance(name);
            if (clients(type) >= limits.concurrentJobs()) {
                return type;
            }
        }
        throw Refusal.configuration("no primary of profile " + profile.name() + " holds " + limits.concurrentJobs()
                + " Flink clients; " + profile.largePrimary() + " holds "
                + clients(prices.instance(profile.largePrimary())) + ": run fewer jobs at once");
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }

    private static int clients(InstanceType primary) {
        return (primary.memoryGib() * 1024 - Concurrency.DAEMONS_MIB) / Concurrency.CLIENT_MIB;
    }

    private static void oneArchitecture(InstanceType primary, List<InstanceType> core, List<InstanceType> task) {
        List<InstanceType> all = new ArrayList<>(core);
        all.addAll(task);
        Architecture architecture = primary.architecture();
        for (InstanceType type : all) {
            if (type.architecture() != architecture) {
                throw Refusal.configuration("fleet mixes architectures: " + primary.type() + " is " + architecture
                        + ", " + type.type() + " is " + type.architecture());
            }
        }
    }

    private static List<InstanceType> types(List<String> names, PriceBook prices) {
        List<InstanceType> types = new ArrayList<>();
        for (String name : names) {
            types.add(prices.instance(name));
        }
        return List.copyOf(types);
    }

    private static List<FleetType> fleetTypes(List<InstanceType> types, MemoryPlan memory, FleetProfile profile) {
        List<FleetType> fleet = new ArrayList<>();
        for (InstanceType type : types) {
            fleet.add(new FleetType(type.type(), type.weight(), profile.ebsGbPerNode(), memory.slotsOn(type)));
        }
        return fleet;
    }

    int onDemandSlots() {
        return onDemandSlots(core) + onDemandSlots(task);
    }

    int slots() {
        return onDemandSlots() + spotSlots(core) + spotSlots(task);
    }

    private static int onDemandSlots(FleetPlan fleet) {
        return fleet.onDemandUnits()
                * fleet.preferred().slots()
                / fleet.preferred().weight();
    }

    private static int spotSlots(FleetPlan fleet) {
        double perUnit = 0;
        for (FleetType type : fleet.types()) {
            perUnit += (double) type.slots() / type.weight();
        }
        return (int) (fleet.spotUnits() * perUnit / fleet.types().size());
    }

    /** Slots a class of stages may use; with strict windows critical stages keep to on-demand and low ones to spot (C3). */
    ToIntFunction<StageClass> slotsFor(boolean strictWindows) {
        int all = slots();
        int onDemand = onDemandSlots();
        if (!strictWindows || onDemand == 0 || onDemand == all) {
            return stageClass -> all;
        }
        return stageClass -> switch (stageClass) {
            case CRITICAL -> onDemand;
            case REGULAR -> all;
            case LOW -> all - onDemand;
        };
    }

    /** Bandwidth to S3 of one slot, bytes per second: the least of the fleets' types. */
    double s3BytesPerSlotSecond(double networkShare) {
        double least = Double.POSITIVE_INFINITY;
        for (InstanceType type : coreTypes) {
            least = Math.min(least, bytesPerSlotSecond(type, networkShare));
        }
        if (task.units() > 0) {
            for (InstanceType type : taskTypes) {
                least = Math.min(least, bytesPerSlotSecond(type, networkShare));
            }
        }
        return least;
    }

    private double bytesPerSlotSecond(InstanceType type, double networkShare) {
        return type.networkGbitPerS() * 1e9 / 8 * networkShare / memory.slotsOn(type);
    }

    Scaling scaling() {
        int most = core.units() + core.spotUnits() + 2 * task.units();
        return new Scaling(
                core.units(), Math.max(most, core.units() + 1), Math.max(most, core.units() + 1), core.units());
    }

    Concurrency concurrency(Limits limits) {
        int large = 0;
        int small = 0;
        int perSlot = memory.taskManagerMib() / memory.slotsPerTaskManager();
        int coreNodes = core.units() / core.preferred().weight();
        int yarn = coreTypes.get(0).yarnMemoryMib();
        large += coreNodes * (yarn / (memory.taskManagerMib() + memory.jobManagerMib()));
        small += coreNodes * Math.min(coreTypes.get(0).vcpu(), yarn / (perSlot + memory.jobManagerMib()));
        return new Concurrency(limits.concurrentJobs(), large, small, clients(primaryType));
    }
}
